"""MUC-4 keys as labels on the words of their texts (the data are read in place, see ../shared/bench/muc4/README.md)."""

import json
import re

TYPES = ["attack", "bombing", "kidnapping", "arson", "robbery", "hijacking", "forced work stoppage"]
CONFIDENCE = ["REPORTED AS FACT", "CLAIMED OR ADMITTED", "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES", "POSSIBLE",
              "ACQUITTED"]
STAGES = ["ACCOMPLISHED", "ATTEMPTED", "THREATENED"]
CATEGORIES = ["TERRORIST ACT", "STATE-SPONSORED VIOLENCE"]
# role -> slot whose strings fill it
ROLES = {"perp_ind": "perp_ind_id", "perp_org": "perp_org_id", "phys_tgt": "phys_tgt_id", "hum_name": "hum_tgt_name",
         "hum_desc": "hum_tgt_desc", "weapon": "inc_instr_id"}
# attribute of a filler -> (roles that carry it, slot with its value)
ATTRIBUTES = {"muc_conf": (("perp_org",), "perp_org_conf"), "muc_hum_effect": (("hum_name", "hum_desc"), "hum_tgt_effect"),
              "muc_hum_type": (("hum_name", "hum_desc"), "hum_tgt_type"), "muc_phys_effect": (("phys_tgt",), "phys_tgt_effect"),
              "muc_phys_type": (("phys_tgt",), "phys_tgt_type"), "muc_weapon_type": (("weapon",), "inc_instr_type")}
# attribute of the whole incident -> slot
OF_INCIDENT = {"muc_stage": "inc_stage", "muc_cat": "perp_inc_cat"}


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def places_of(words, text):
    """Every place in the text where the words stand, whatever blanks or line breaks are between them."""
    pattern = r"(?<!\w)" + r"\s+".join(re.escape(word) for word in words.split()) + r"(?!\w)"
    return [match.span() for match in re.finditer(pattern, text)]


def values(slot):
    """Fillers of a slot that holds any: a list; '*' and the empty slot are an empty list."""
    return slot if isinstance(slot, list) else []


def type_names(slot):
    return [name.lower() for filler in values(slot) for name in filler["alts"]]


def labelled(document):
    """What is to be read off one document.

    Returns (spans, types): spans are (start, end, role, attributes), one for each place where a filler's words stand, the
    shortest alternative where several stand; attributes name -> value or, for muc_type, a set of types. types is the list
    of the types of its templates.
    """
    text, found = document["text"], {}
    for template in document["templates"]:
        slots = template["slots"]
        types = set(type_names(slots["inc_type"])) & set(TYPES)
        for role, slot in ROLES.items():
            for filler in values(slots.get(slot)):
                attributes = {}
                for name, (roles, from_slot) in ATTRIBUTES.items():
                    if role in roles:
                        for value in values(slots.get(from_slot)):
                            if set(value.get("ref") or ()) & set(filler["alts"]):
                                attributes[name] = value["alts"][0]
                for name, from_slot in OF_INCIDENT.items():
                    if values(slots.get(from_slot)):
                        attributes[name] = values(slots[from_slot])[0]["alts"][0]
                for words in filler["alts"]:
                    for place in places_of(words, text):
                        add(found, role, place, types, attributes)
        for location in values(slots.get("inc_loc")):
            for parsed in location.get("parsed", []):
                for level in parsed["places"]:
                    for one in level:
                        for place in places_of(one["name"], text):
                            add(found, "loc", place, types, {})
    spans = []
    for (role, place), (types, attributes) in sorted(found.items(), key=lambda entry: (entry[0][0], entry[0][1])):
        inside = [other for (r, other) in found if r == role and other != place and place[0] <= other[0] and other[1] <= place[1]]
        if not inside:
            spans.append((*place, role, {**attributes, "muc_type": types}))
    return spans, [name for template in document["templates"] for name in type_names(template["slots"]["inc_type"])]


def add(found, role, place, types, attributes):
    known = found.setdefault((role, place), (set(), {}))
    known[0].update(types)
    for name, value in attributes.items():
        known[1].setdefault(name, value)
