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
