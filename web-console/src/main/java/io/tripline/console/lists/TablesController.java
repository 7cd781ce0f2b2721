package io.tripline.console.lists;

import io.tripline.console.decode.RowDecoder;
import io.tripline.console.http.Problem;
import io.tripline.dsl.plan.TablePlan;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.engine.event.Nanos;
import io.tripline.engine.host.Node;
import io.tripline.engine.host.RuleSet;
import io.tripline.engine.table.ReferenceChange;
import io.tripline.engine.value.ValueText;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class TablesController {

    private final Node node;
    private final ReferenceChanger changer;

    TablesController(Node node, ReferenceChanger changer) {
        this.node = node;
        this.changer = changer;
    }

    /**
     * A table among others.
     *
     * @param feeds the event types whose events write rows
     * @param expires how long a row stays that is not written again; null for ever
     */
    record TableView(
            String name,
            List<String> key,
            List<FieldView> fields,
            List<String> feeds,
            String expires,
            String file,
            int line) {}

    record FieldView(String name, String type, boolean optional) {}

    /** The body of an answer. */
    record Tables(List<TableView> tables) {}

    @GetMapping("/v1/tables")
    Tables list() {
        return new Tables(node.rules().plan().tables().stream()
                .map(table -> new TableView(
                        table.name(),
                        keyFields(table).stream().map(FieldSchema::name).toList(),
                        table.fields().stream()
                                .map(field ->
                                        new FieldView(field.name(), field.type().display(), field.optional()))
                                .toList(),
                        table.feeds(),
                        table.expiryNanos().isEmpty()
                                ? null
                                : ValueText.of(
                                        Duration.ofNanos(table.expiryNanos().getAsLong())),
                        table.span().file(),
                        table.span().startLine()))
                .toList());
    }

    /** Writes rows: each takes the place of the one with its key. */
    @PutMapping("/v1/tables/{name}/rows")
    ReferenceChanger.Changed put(@PathVariable String name, HttpServletRequest request)
            throws IOException, InterruptedException {
        RuleSet rules = node.rules();
        TablePlan table = declared(rules, name);
        long now = Nanos.of(Instant.now());
        RowDecoder decoder = new RowDecoder(name, table.fields());
        List<ReferenceChange> changes = ObjectsBody.read(request, decoder).stream()
                .map(values -> (ReferenceChange) new ReferenceChange.PutRow(name, present(values), now))
                .toList();
        return changer.change(rules.revision(), changes);
    }

    private static List<ReferenceChange.FieldValue> present(List<Object> values) {
        return IntStream.range(0, values.size())
                .filter(field -> values.get(field) != null)
                .mapToObj(field -> new ReferenceChange.FieldValue(field, values.get(field)))
                .toList();
    }

    /** One row, by the values of its key as JSON, in the order in which the table names them. */
    @DeleteMapping("/v1/tables/{name}/rows")
    ReferenceChanger.Changed delete(@PathVariable String name, @RequestParam List<String> key)
            throws InterruptedException {
        RuleSet rules = node.rules();
        List<FieldSchema> fields = keyFields(declared(rules, name));
        if (key.size() != fields.size()) {
            throw Problem.badRequest("the key of " + name + " has " + fields.size() + " parts, not " + key.size()
                            + ": write `key` once for each")
                    .asException();
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            values.add(KeyText.value(fields.get(i), key.get(i)));
        }
        return changer.change(rules.revision(), List.of(new ReferenceChange.DeleteRow(name, values)));
    }

    private static List<FieldSchema> keyFields(TablePlan table) {
        return table.keyFields().stream().map(table.fields()::get).toList();
    }

    private static TablePlan declared(RuleSet rules, String name) {
        return rules.plan().tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Problem.notFound("there is no table of that name").asException());
    }
}
