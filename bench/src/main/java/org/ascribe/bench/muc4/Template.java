package org.ascribe.bench.muc4;

import java.util.ArrayList;
import java.util.List;

/** One incident as we fill it. */
final class Template {

    final int type;
    final List<Entity> entities = new ArrayList<>();

    Template(int type) {
        this.type = type;
    }

    String typeName() {
        return Muc4Text.TYPES.get(type);
    }

    List<Entity> of(Role role) {
        return entities.stream().filter(entity -> entity.role() == role).toList();
    }
}
