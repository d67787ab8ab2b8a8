package org.ascribe.workbench.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was worked out for one standing of the record, by the question; of many, those asked for last. Safe to share. */
final class Kept<V> {

    private final Map<Object, V> latest;

    Kept(int most) {
        latest = new Latest<>(most);
    }

    /** Two who ask the same at once may both work it out; nobody waits for another question. */
    V get(Object question, Supplier<V> answer) {
        synchronized (latest) {
            V known = latest.get(question);
            if (known != null) {
                return known;
            }
        }
        V found = answer.get();
        synchronized (latest) {
            latest.put(question, found);
        }
        return found;
    }

    /** Forgets what was asked for longest ago. */
    @SuppressWarnings("serial")
    private static final class Latest<V> extends LinkedHashMap<Object, V> {

        private final int most;

        Latest(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, V> eldest) {
            return size() > most;
        }
    }
}
