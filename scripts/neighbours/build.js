import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";

const require = createRequire(import.meta.url);
const world = require("world-atlas/countries-10m.json");
const { neighbors } = require("topojson-client");
const { numericToAlpha2 } = require("i18n-iso-countries");

// outlines without a code of ISO 3166-1
const WITHOUT_CODE = {
  Kosovo: "XK",
  Somaliland: "SO",
  "N. Cyprus": "CY",
  "Cyprus U.N. Buffer Zone": "CY",
  Baikonur: "KZ",
  "Siachen Glacier": "IN",
  // bases: a border with them is none between countries
  Dhekelia: null,
  Akrotiri: null,
  "USNB Guantanamo Bay": null,
};

const outlines = world.objects.countries.geometries;
const codes = outlines.map((outline) => {
  const name = outline.properties.name;
  return name in WITHOUT_CODE ? WITHOUT_CODE[name] : outline.id ? numericToAlpha2(outline.id) : null;
});

const pairs = new Set();
neighbors(outlines).forEach((others, i) => {
  for (const j of others) {
    const [a, b] = [codes[i], codes[j]].sort();
    if (a && b && a !== b) {
      pairs.add(`${a}\t${b}`);
    }
  }
});

const file = new URL("../../analyse/src/main/resources/org/ascribe/analyse/spillover/neighbours.tsv", import.meta.url);
writeFileSync(file, "country\tneighbour\n" + [...pairs].sort().join("\n") + "\n");
console.log(`${pairs.size} borders`);
