/**
 * Countries that have a pack of closer tiles: ISO 3166-1 codes, alpha-2 -> alpha-3. An atlas of another country adds it
 * here, runs the builders again, and needs nothing else.
 */
export const packCodes = {
  AF: 'AFG',
  BF: 'BFA',
  EG: 'EGY',
  ET: 'ETH',
  IL: 'ISR',
  IQ: 'IRQ',
  LB: 'LBN',
  LY: 'LBY',
  ML: 'MLI',
  NE: 'NER',
  PS: 'PSE',
  SD: 'SDN',
  SO: 'SOM',
  SY: 'SYR',
  UA: 'UKR',
  YE: 'YEM',
}

/** Their alpha-2 codes. */
export const packCountries = Object.keys(packCodes)
