/** A transcribed name without the marks of scholarly transcription: "Ḩalab al Jadīdah" -> "Halab al Jadidah". */
export function plainLatin(name) {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/gu, '')
    .replace(/[`´‘’ʻʼʾʿ]/gu, "'")
    .replace(/(^|[ -])'/gu, '$1')
    .replace(/'(?=[ -]|$)/gu, '')
    .replace(/ı/gu, 'i')
    .normalize('NFC')
    .trim()
}
