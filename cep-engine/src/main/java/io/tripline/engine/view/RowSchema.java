package io.tripline.engine.view;

import io.tripline.dsl.plan.ViewPlan;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The type of a view's rows as the engine has it: that of the plan, but that every group and column may be missing, since
 * what is computed may be; and behind its fields the row's id, so that all revisions of a row are one event with one identity.
 */
public final class RowSchema {

    private static final String ID = "#id";

    private RowSchema() {}

    public static EventSchema of(ViewPlan view) {
        EventSchema row = view.row();
        int computed = view.groups().size() + view.columns().size();
        List<FieldSchema> fields = new ArrayList<>();
        for (FieldSchema field : row.fields()) {
            boolean optional = field.index() < computed;
            fields.add(new FieldSchema(field.index(), field.name(), field.type(), optional));
        }
        int id = fields.size();
        fields.add(new FieldSchema(id, ID, Scalar.STRING, false));
        return new EventSchema(row.name(), fields, OptionalInt.of(id), row.timeField(), row.lateAfterNanos());
    }
}
