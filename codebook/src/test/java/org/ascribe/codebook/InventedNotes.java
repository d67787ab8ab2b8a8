package org.ascribe.codebook;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Short incident notes of places and groups that do not exist, made from patterns with the codes that go with them. */
final class InventedNotes {

    private static final String[] PLACES = {"Sarband", "Tel Amar", "Port Idris", "Kulba", "Hadra", "Old Mirza"};
    private static final String[] REGIONS = {"north", "north", "south", "south", "east", "east"};
    private static final String[] NUMBERS = {"No", "One", "Two", "Three", "Four", "Five"};

    private InventedNotes() {}

    static List<CodedExample> list(int count) {
        List<CodedExample> notes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            notes.add(note(i));
        }
        return notes;
    }

    private static CodedExample note(int i) {
        int place = i % PLACES.length;
        LocalDate published = LocalDate.of(2024, 1 + i % 6, 5 + i * 7 % 20);
        boolean yesterday = i % 3 != 0;
        boolean attack = i % 2 == 0;
        int killed = attack ? i / 2 % 5 : 0;
        boolean several = attack && i % 7 == 3;
        String dead = several
                ? "Several people were killed."
                : NUMBERS[killed] + (killed == 1 ? " person was" : " people were") + " killed.";
        int arrested = attack ? 0 : 1 + i % 4;
        String text = "%s, %s %d, %d - %s in %s %s. %s %s"
                .formatted(
                        PLACES[place].toUpperCase(Locale.ROOT),
                        published.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        published.getDayOfMonth(),
                        published.getYear(),
                        attack ? "A bomb went off at a market" : "Police raided a workshop",
                        PLACES[place],
                        yesterday ? "yesterday" : "today",
                        attack
                                ? dead
                                : "They arrested a wanted man"
                                        + (arrested == 1
                                                ? "."
                                                : " and " + NUMBERS[arrested - 1].toLowerCase(Locale.ROOT)
                                                        + " of his friends."),
                        i % 5 < 3
                                ? "The Northern Front said that it was behind it."
                                : "The road was open again by evening.");
        int dying = several ? 3 : killed;
        return new CodedExample(
                "note-" + i,
                text,
                "note-" + i,
                Map.of(
                        "day", new FieldValue.Day(yesterday ? published.minusDays(1) : published),
                        "killed", FieldValue.Amount.of(dying),
                        "arrested", FieldValue.Amount.of(arrested),
                        "deadly", new FieldValue.YesNo(dying > 0),
                        "region", new FieldValue.Label(REGIONS[place]),
                        "named", new FieldValue.Labels(i % 5 < 3 ? List.of("northern-front") : List.of())));
    }

    static Codebook codebook() {
        return new Codebook(List.of(
                new Field("day", FieldKind.DATE, null, List.of()),
                new Field("killed", FieldKind.NUMBER, null, List.of()),
                new Field("arrested", FieldKind.NUMBER, null, List.of()),
                new Field("deadly", FieldKind.YES_NO, null, List.of()),
                new Field("region", FieldKind.ONE_OF, null, List.of("east", "north", "south")),
                new Field("named", FieldKind.ANY_OF, null, List.of("northern-front"))));
    }
}
