// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.text;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.HashMap;
import java.util.Map;

/** The fields of one kind of record by their JSON names, to be read one by one. */
final class RecordFields {

    private final Map<String, AnnotatedMember> declared = new HashMap<>();
    private final AnnotatedMember others;

    RecordFields(Class<?> type, SerializationConfig config) {
        BeanDescription description = config.introspect(config.constructType(type));
        for (BeanPropertyDefinition property : description.findProperties()) {
            if (property.getGetter() != null) {
                declared.put(property.getName(), property.getGetter());
            }
        }
        others = description.findAnyGetter();
    }

    /** Null when there is no such field, or nothing in it. */
    Object read(Object record, String name) {
        AnnotatedMember field = declared.get(name);
        if (field != null) {
            return field.getValue(record);
        }
        return others != null && others.getValue(record) instanceof Map<?, ?> map ? map.get(name) : null;
    }
}
