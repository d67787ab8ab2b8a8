package org.ascribe.workbench.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ascribe.workbench.api.Answers.Page;
import org.jspecify.annotations.Nullable;

/** Parts of a sorted list. A cursor names the last item of the part before, so that additions shift nothing. */
final class Paging {

    static final int MOST = 500;

    private Paging() {}

    /**
     * @param limit 1 to {@value #MOST}
     * @param cursor as {@link Page#next} gave it; null for the first part. If its item is gone since, the list goes on
     *     from where it stood.
     */
    static <T, R> Page<R> page(
            List<T> sorted, Function<T, String> idOf, Function<T, R> show, int limit, @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", Integer.toString(limit), "a whole number from 1 to " + MOST);
        }
        int from = cursor == null || cursor.isBlank() ? 0 : after(sorted, idOf, cursor);
        List<T> part = sorted.subList(from, Math.min(sorted.size(), from + limit));
        int end = from + part.size();
        String next = end < sorted.size() ? write(idOf.apply(sorted.get(end - 1)), end) : null;
        return new Page<>(part.stream().map(show).toList(), sorted.size(), next);
    }

    private static <T> int after(List<T> sorted, Function<T, String> idOf, String cursor) {
        String id;
        int stood;
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int at = plain.lastIndexOf('@');
            id = plain.substring(0, at);
            stood = Integer.parseUnsignedInt(plain.substring(at + 1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw ProblemException.invalid("cursor", cursor, "the value of \"next\" from the part before, or none");
        }
        return IntStream.range(0, sorted.size())
                .filter(i -> idOf.apply(sorted.get(i)).equals(id))
                .map(i -> i + 1)
                .findFirst()
                .orElse(Math.min(Math.max(stood, 0), sorted.size()));
    }

    private static String write(String id, int end) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((id + "@" + end).getBytes(StandardCharsets.UTF_8));
    }
}
