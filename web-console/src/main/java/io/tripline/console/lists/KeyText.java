package io.tripline.console.lists;

import io.tripline.console.decode.InvalidEventException;
import io.tripline.console.decode.RowDecoder;
import io.tripline.console.http.Problem;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.util.List;
import tools.jackson.databind.node.StringNode;

/** Values in the query of a request: texts without quotes, all others as in JSON. */
final class KeyText {

    private KeyText() {}

    /**
     * The value as {@link io.tripline.engine.event.Event#valueAt} gives it.
     *
     * @throws io.tripline.console.http.ProblemException when it is not of the field's type
     */
    static Object value(FieldSchema field, String text) {
        FieldSchema alone = new FieldSchema(0, field.name(), field.type(), false);
        String json = isText(field.type()) ? StringNode.valueOf(text).toString() : text;
        try {
            return new RowDecoder("key", List.of(alone))
                    .decode("{\"" + field.name() + "\":" + json + "}")
                    .get(0);
        } catch (InvalidEventException e) {
            throw Problem.badRequest("`" + field.name() + "`: " + e.getMessage())
                    .asException();
        }
    }

    private static boolean isText(FieldType type) {
        return type instanceof EnumType
                || type == Scalar.STRING
                || type == Scalar.IP
                || type == Scalar.TIMESTAMP
                || type == Scalar.DURATION;
    }
}
