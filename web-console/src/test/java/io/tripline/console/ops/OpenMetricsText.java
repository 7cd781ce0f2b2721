package io.tripline.console.ops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text form of OpenMetrics 1.0 strictly, as its specification says it: families that do not interleave, each
 * sample with the suffix that its family's type allows, {@code # EOF} at the end.
 */
final class OpenMetricsText {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(.*)})? (-?[0-9.]+(?:E-?[0-9]+)?|NaN|\\+Inf|-Inf)");
    private static final Pattern LABEL = Pattern.compile("([a-z_][a-z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\.)*)\"(,|$)");
    private static final Map<String, List<String>> SUFFIXES = Map.of(
            "counter", List.of("_total", "_created"),
            "gauge", List.of(""),
            "info", List.of("_info"),
            "histogram", List.of("_bucket", "_count", "_sum", "_created"),
            "summary", List.of("", "_count", "_sum", "_created"),
            "unknown", List.of(""));

    /** A family with its samples, by their labels as they are printed. */
    record Family(String name, String type, String unit, String help, Map<String, Double> samples) {}

    private final Map<String, Family> families = new LinkedHashMap<>();

    static Map<String, Family> read(String text) {
        OpenMetricsText reader = new OpenMetricsText();
        require(text.endsWith("# EOF\n"), "the end is missing");
        String family = "";
        Map<String, String> head = new TreeMap<>();
        for (String line :
                text.substring(0, text.length() - "# EOF\n".length()).lines().toList()) {
            if (line.startsWith("# ")) {
                String[] words = line.split(" ", 4);
                require(words.length == 4, line);
                if (!words[2].equals(family)) {
                    reader.end(family, head);
                    family = words[2];
                    head = new TreeMap<>();
                    require(!reader.families.containsKey(family), "a family comes twice: " + line);
                }
                require(!head.containsKey("sample"), "a head behind samples: " + line);
                require(head.put(words[1], words[3]) == null, "twice: " + line);
            } else {
                reader.sample(family, head, line);
            }
        }
        reader.end(family, head);
        return reader.families;
    }

    private final Map<String, Double> samples = new LinkedHashMap<>();

    private void sample(String family, Map<String, String> head, String line) {
        Matcher sample = SAMPLE.matcher(line);
        require(sample.matches(), "no sample: " + line);
        String type = head.getOrDefault("TYPE", "unknown");
        boolean known =
                SUFFIXES.get(type).stream().anyMatch(suffix -> sample.group(1).equals(family + suffix));
        require(known, "of no family, or in the wrong place: " + line + " behind " + family + " " + head);
        head.put("sample", "");
        String labels = sample.group(3) == null ? "" : sample.group(3);
        requireLabels(labels);
        String number = sample.group(4).replace("+Inf", "Infinity").replace("-Inf", "-Infinity");
        String key = sample.group(1).substring(family.length()) + "{" + labels + "}";
        require(samples.put(key, Double.parseDouble(number)) == null, "a series comes twice: " + line);
    }

    private static void requireLabels(String labels) {
        Matcher label = LABEL.matcher(labels);
        List<String> names = new ArrayList<>();
        int end = 0;
        while (end < labels.length()) {
            require(label.find(end) && label.start() == end, "no label: " + labels);
            require(!names.contains(label.group(1)), "a label comes twice: " + labels);
            names.add(label.group(1));
            end = label.end();
        }
    }

    private void end(String name, Map<String, String> head) {
        if (name.isEmpty()) {
            return;
        }
        require(NAME.matcher(name).matches(), "no name in small letters: " + name);
        String unit = head.getOrDefault("UNIT", "");
        require(unit.isEmpty() || name.endsWith("_" + unit), "its unit is not the end of " + name);
        families.put(
                name,
                new Family(
                        name,
                        head.getOrDefault("TYPE", "unknown"),
                        unit,
                        head.getOrDefault("HELP", ""),
                        new LinkedHashMap<>(samples)));
        samples.clear();
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new AssertionError(problem);
        }
    }
}
