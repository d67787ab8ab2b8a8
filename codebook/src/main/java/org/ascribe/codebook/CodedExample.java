package org.ascribe.codebook;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A report that somebody has coded.
 *
 * @param id as given in the file
 * @param group examples of one group are never split between learning and checking, nor between folds
 * @param gold by field; a field that is missing was not coded in this report
 */
public record CodedExample(String id, String text, String group, Map<String, FieldValue> gold) {

    public CodedExample {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an example needs a text");
        }
        gold = Collections.unmodifiableMap(new TreeMap<>(gold));
    }
}
