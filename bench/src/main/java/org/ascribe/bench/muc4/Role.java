package org.ascribe.bench.muc4;

/** What a string of the text is in an incident: the slots of MUC-4 that hold strings. */
enum Role {
    PERP_IND("muc_perp_ind", "perp_ind_id", "PerpInd"),
    PERP_ORG("muc_perp_org", "perp_org_id", "PerpOrg"),
    TARGET("muc_phys_tgt", "phys_tgt_id", "Target"),
    VICTIM("muc_hum_name", "hum_tgt_name", "Victim"),
    WEAPON("muc_weapon", "inc_instr_id", "Weapon"),
    /** Unnamed people, or the title of a named one. */
    PEOPLE("muc_hum_desc", "hum_tgt_desc", "");

    /** The head of the encoder that tags it. */
    final String head;

    /** The slot of the full key. */
    final String slot;

    /** The field of the five-role form, empty for the one that it lacks. */
    final String field;

    Role(String head, String slot, String field) {
        this.head = head;
        this.slot = slot;
        this.field = field;
    }

    boolean isPerpetrator() {
        return this == PERP_IND || this == PERP_ORG;
    }
}
