package org.ascribe.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Which ids a file has had: 16 to 32 bytes an id, whatever its length, of which it keeps 64 bits. */
final class SeenIds {

    private long[] table = new long[1 << 12];
    private int size;

    /** Whether it is new. */
    boolean add(String id) {
        if (size * 2 >= table.length) {
            long[] old = table;
            table = new long[old.length * 2];
            Arrays.stream(old).filter(hash -> hash != 0).forEach(this::put);
        }
        boolean added = put(hash(id));
        size += added ? 1 : 0;
        return added;
    }

    private boolean put(long hash) {
        int at = (int) (hash ^ hash >>> 32) & table.length - 1;
        while (table[at] != 0) {
            if (table[at] == hash) {
                return false;
            }
            at = at + 1 & table.length - 1;
        }
        table[at] = hash;
        return true;
    }

    private static long hash(String id) {
        CRC32 check = new CRC32();
        check.update(id.getBytes(StandardCharsets.UTF_8));
        long hash = check.getValue() << 32;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        return hash == 0 ? 1 : hash;
    }
}
