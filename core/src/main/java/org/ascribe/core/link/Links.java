package org.ascribe.core.link;

import java.util.Arrays;
import java.util.List;

/** Possible links with what is seen of each, side by side in memory. */
final class Links {

    int size;
    int[] a;
    int[] b;
    byte[] date;
    byte[] ring;
    /** Of {@link Surroundings#chance}. */
    double[] chance;

    byte[] killed;
    byte[] wounded;
    /** Likeness of texts and of names of places, -1 where nothing is said. */
    float[] cosine;

    float[] nameCosine;

    Links(int room) {
        a = new int[room];
        b = new int[room];
        date = new byte[room];
        ring = new byte[room];
        chance = new double[room];
        killed = new byte[room];
        wounded = new byte[room];
        cosine = new float[room];
        nameCosine = new float[room];
    }

    void add(
            int rowA,
            int rowB,
            byte date,
            byte ring,
            double chance,
            byte killed,
            byte wounded,
            double cosine,
            double nameCosine) {
        if (size == a.length) {
            resize(2 * size);
        }
        a[size] = rowA;
        b[size] = rowB;
        this.date[size] = date;
        this.ring[size] = ring;
        this.chance[size] = chance;
        this.killed[size] = killed;
        this.wounded[size] = wounded;
        this.cosine[size] = (float) cosine;
        this.nameCosine[size] = (float) nameCosine;
        size++;
    }

    private void resize(int room) {
        a = Arrays.copyOf(a, room);
        b = Arrays.copyOf(b, room);
        date = Arrays.copyOf(date, room);
        ring = Arrays.copyOf(ring, room);
        chance = Arrays.copyOf(chance, room);
        killed = Arrays.copyOf(killed, room);
        wounded = Arrays.copyOf(wounded, room);
        cosine = Arrays.copyOf(cosine, room);
        nameCosine = Arrays.copyOf(nameCosine, room);
    }

    /** Puts a link into the place of an earlier one. */
    void move(int from, int to) {
        put(this, from, 1, to);
    }

    /** Forgets what comes after the first so many. */
    void cut(int kept) {
        size = kept;
        resize(kept);
    }

    private void put(Links other, int from, int count, int to) {
        System.arraycopy(other.a, from, a, to, count);
        System.arraycopy(other.b, from, b, to, count);
        System.arraycopy(other.date, from, date, to, count);
        System.arraycopy(other.ring, from, ring, to, count);
        System.arraycopy(other.chance, from, chance, to, count);
        System.arraycopy(other.killed, from, killed, to, count);
        System.arraycopy(other.wounded, from, wounded, to, count);
        System.arraycopy(other.cosine, from, cosine, to, count);
        System.arraycopy(other.nameCosine, from, nameCosine, to, count);
    }

    /** One after the other. */
    static Links joined(List<Links> parts) {
        Links all = new Links(parts.stream().mapToInt(part -> part.size).sum());
        for (Links part : parts) {
            all.put(part, 0, part.size, all.size);
            all.size += part.size;
        }
        return all;
    }
}
