package io.tripline.console.replay;

import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.engine.event.EventLayout;
import java.util.List;
import java.util.Map;

/**
 * Which column holds which field.
 *
 * @param layout of the type that every row is an event of
 * @param fields of each column; null for a column that is left out
 */
@SuppressWarnings("ArrayRecordComponent") // read for every row; neither compared nor copied
record CsvMapping(EventLayout layout, FieldSchema[] fields) {

    /**
     * Finds the columns in the header. A column that is not named in the map but called like a field holds that field.
     *
     * @param map columns to fields; where only the other way round makes sense, that is meant
     * @throws ReplayException when a column or a field of the map is not there, or a required field has no column
     */
    static CsvMapping of(EventLayout layout, List<String> header, Map<String, String> map) {
        FieldSchema[] fields = new FieldSchema[header.size()];
        for (Map.Entry<String, String> entry : map.entrySet()) {
            boolean turned = !header.contains(entry.getKey()) && header.contains(entry.getValue());
            String column = turned ? entry.getValue() : entry.getKey();
            String field = turned ? entry.getKey() : entry.getValue();
            fields[columnNamed(column, header)] = fieldNamed(field, layout);
        }
        for (int i = 0; i < fields.length; i++) {
            FieldSchema field = layout.fieldOrNull(header.get(i));
            if (fields[i] == null && field != null && !isMapped(fields, field)) {
                fields[i] = field;
            }
        }
        for (FieldSchema field : layout.schema().fields()) {
            if (!field.optional() && !isMapped(fields, field)) {
                throw new ReplayException("no column holds `" + field.name() + "`, which a " + layout.name()
                        + " needs; name it with --map COLUMN=" + field.name() + ". The columns are "
                        + String.join(", ", header));
            }
        }
        return new CsvMapping(layout, fields);
    }

    private static int columnNamed(String column, List<String> header) {
        int index = header.indexOf(column);
        if (index < 0) {
            String hint = DidYouMean.hint(column, header).orElse("the columns are " + String.join(", ", header));
            throw new ReplayException("there is no column `" + column + "`; " + hint);
        }
        return index;
    }

    private static FieldSchema fieldNamed(String name, EventLayout layout) {
        FieldSchema field = layout.fieldOrNull(name);
        if (field == null) {
            List<String> names =
                    layout.schema().fields().stream().map(FieldSchema::name).toList();
            String hint = DidYouMean.hint(name, names).orElse("the fields are " + String.join(", ", names));
            throw new ReplayException("`" + name + "` is not a field of " + layout.name() + "; " + hint);
        }
        return field;
    }

    private static boolean isMapped(FieldSchema[] fields, FieldSchema wanted) {
        for (FieldSchema field : fields) {
            if (wanted.equals(field)) {
                return true;
            }
        }
        return false;
    }
}
