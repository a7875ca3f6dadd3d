import type { MappedField } from '../../query/importReport.ts'

/** The items of lines that are separated by commas. */
function list(...lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(/, ?/).filter(Boolean))
}

/**
 * Names that columns of each field have in English, French and Arabic, the more telling first. They are compared whole,
 * after folding: never as a part of a longer name.
 */
export const columnSynonyms: Readonly<Record<MappedField, readonly string[]>> = {
  id: list(
    'id, identifier, uid, uuid, guid, object id, reference code, reference, ref, web id,',
    'incident number, event number, case number, identifiant, référence, المعرف, معرف, الرمز, رقم,',
    'الرقم, code, number, no',
  ),
  title: list(
    'title, headline, event name, incident title, what happened, subject, label, name, titre, intitulé, objet, nom,',
    'العنوان, عنوان, الاسم',
  ),
  description: list(
    'description, descriptio, incident description, summary, narrative, details, assessment, text, notes, note,',
    'comments, comment, remarks, résumé, récit, détails, commentaires, commentaire, remarques, الوصف,',
    'وصف, التفاصيل, تفاصيل, ملاحظات, ملخص',
  ),
  day: list(
    'date, event date, incident date, date of incident, date of event, date of attack, start date,',
    'date start, from date, begin, start, occurred, occurred on, date occurred, when, datetime,',
    'date time, timestamp, recording date, death date, date of death, day, date des faits,',
    'date de début, date début, jour, التاريخ, تاريخ, تاريخ الحادث, تاريخ الحدث, تاريخ البداية,',
    'اليوم, time, month, mois, الشهر',
  ),
  'end-day': list(
    'end date, date end, to date, until, end, date de fin, date fin, fin, تاريخ الانتهاء,',
    'تاريخ النهاية',
  ),
  year: list('year, année, an, السنة, سنة, العام'),
  month: list('month, mois, الشهر, شهر'),
  'day-of-month': list('day, day of month, jour, اليوم, يوم'),
  time: list('time, time of day, local time, hour, heure, الوقت, وقت, الساعة'),
  latitude: list('latitude, lat, latitud, y, خط العرض, العرض'),
  longitude: list('longitude, lng, long, lon, longitud, x, خط الطول, الطول'),
  position: list(
    'coordinates, location coordinates, coords, position, gps, gps coordinates, geolocation,',
    'geopoint, lat long, lat lng, lat lon, latlng, geom, wkt, point, location, coordonnées,',
    'coordonnées gps, الإحداثيات, إحداثيات, الموقع',
  ),
  country: list(
    'country, country name, country territory, country code, iso3, iso2, iso, nation,',
    'pays, code pays, الدولة, دولة, البلد, بلد',
  ),
  region: list(
    'admin1, adm1, admin 1, adm 1, admin1 name, province, governorate, region, state, département,',
    'gouvernorat, wilaya, région, المحافظة, محافظة, الولاية, الإقليم, المنطقة',
  ),
  district: list(
    'admin2, adm2, admin 2, adm 2, admin2 name, district, county, arrondissement, cercle, القضاء,',
    'الناحية, المديرية',
  ),
  place: list(
    'place, place name, where, event location, incident location, location of event, location name, locality, city, town,',
    'village, location, location description, site, neighborhood, neighbourhood, address,',
    'street address, lieu, ville, localité, commune, adresse, المكان, مكان, الموقع, المدينة, البلدة,',
    'القرية',
  ),
  'geo-precision': list(
    'geo precision, location precision, precision of location, precision, geo precision code,',
    'précision, précision géographique, دقة الموقع',
  ),
  category: list(
    'category, event type, incident type, type, sub event type, subtype, sub type, kind, attack type,',
    'strike type, crime type, type of incident, type of event, type of attack, type of violence,',
    "type of violation, manner of death, cause of death, cause, nature, catégorie, type d'incident,",
    "type d'événement, cause du décès, النوع, نوع, نوع الحادث, نوع الضربة, نوع الهجوم, التصنيف,",
    'الفئة, incident',
  ),
  actor: list(
    'actor, actor 1, actor 2, actor1, actor2, perpetrator, perpetrator name, perpetrators, belligerent, belligerents,',
    'suspected belligerent, attacker, armed group, side a, side b, responsible, party, parties,',
    'group, acteur, auteur, auteurs, belligérant, groupe armé, groupe, الجهة, الجهة المسؤولة, الفاعل,',
    'المنفذ, الطرف, الأطراف',
  ),
  target: list(
    'target, targets, suspected target, victim, victims, cible, cibles, victime, victimes, الهدف,',
    'المستهدف, الضحية, الضحايا',
  ),
  killed: list(
    'killed, total killed, fatalities, deaths, dead, death, people killed, persons killed, morts,',
    'tués, décès, القتلى, قتلى, عدد القتلى, الوفيات',
  ),
  'killed-min': list(
    'killed min, min killed, killed minimum, minimum killed, deaths min, fatalities min, morts min,',
    'morts minimum, tués min, القتلى حد أدنى, القتلى الحد الأدنى',
  ),
  'killed-max': list(
    'killed max, max killed, killed maximum, maximum killed, deaths max, fatalities max, morts max,',
    'morts maximum, tués max, القتلى حد أعلى, القتلى الحد الأعلى, القتلى حد أقصى',
  ),
  wounded: list(
    'wounded, total wounded, injured, total injured, injuries, people injured, hurt, blessés, الجرحى, جرحى,',
    'عدد الجرحى, المصابون, الإصابات',
  ),
  'wounded-min': list(
    'wounded min, min wounded, injured min, min injured, wounded minimum, injured minimum,',
    'blessés min, الجرحى حد أدنى, الجرحى الحد الأدنى',
  ),
  'wounded-max': list(
    'wounded max, max wounded, injured max, max injured, wounded maximum, injured maximum,',
    'blessés max, الجرحى حد أعلى, الجرحى الحد الأعلى, الجرحى حد أقصى',
  ),
  'killed-or-wounded': list(
    'casualties, killed or wounded, killed and wounded, dead or wounded, dead and wounded,',
    'morts ou blessés, morts et blessés, القتلى والجرحى',
  ),
  source: list(
    'source, sources, source name, information source, publisher, data source, acquired from, média,',
    'المصدر, المصادر, مصدر',
  ),
  url: list(
    'url, urls, link, links, source url, source link, post, posts, post url, post link, permalink, website, web, href, uri, lien,',
    'liens, الرابط, رابط, الروابط, روابط',
  ),
  tag: list('tags, tag, keywords, labels, mots clés, étiquettes, وسوم, الوسوم, كلمات مفتاحية'),
}

/** Synonyms that are names of other things as well: of the time when a form was sent, of any group. */
export const doubtfulSynonyms = list('timestamp, recording date, start, begin, end, group, groupe')

/**
 * Words of names of dates that are not those of the incident, folded: of birth, of publication, of what was done with
 * the record. Such a column is not taken for the date for its content.
 */
export const otherDateWords = list(
  'birth, dob, born, birthday, publication, published, publish, posted, post, updated, update, modified,',
  'changed, edited, created, creation, added, entered, entry, submitted, submission, uploaded, upload,',
  'imported, accessed, access, retrieved, archived, archive, verified, verification, checked, reviewed,',
  'review, image, imagery, photo, deadline, expiry, expires, source, naissance, publié, maj, mise à jour,',
  "modification, modifié, création, ajout, saisie, d'enregistrement, enregistrement, d'accès, archivage,",
  'النشر, نشر, الميلاد, ميلاد, التحديث, تحديث, الإدخال, التسجيل, الأرشفة, التحقق',
)

/** Words that a name may have beside one of the synonyms without meaning another thing. */
export const fillerWords = list(
  'incident, incidents, event, events, attack, strike, crime, case, record, reported, estimated,',
  'approximate, location, total, number, num, nb, of, the, in, at, original, main, full, nombre,',
  'local, utc, gmt, yyyy, yy, mm, dd, aaaa, jj, iso, decimal, wgs84,',
  'de, du, des, d, la, le, les, l, estimé, évènement, événement, attaque, عدد, الحادث, الحادثة,',
  'الحدث, الهجوم, الضربة',
)

/** Fields that several columns may hold. */
export const repeatableFields: readonly MappedField[] = [
  'title',
  'description',
  'category',
  'actor',
  'target',
  'source',
  'url',
  'tag',
]
