package io.tripline.console.settings;

import java.util.List;
import java.util.Optional;

/** Which values a setting may have. */
sealed interface SettingRange {

    /** As the manual prints it. */
    String text();

    /** What to write instead of a value that cannot be used; empty when it can be. */
    Optional<String> remedy(String value);

    /** A path; whether the folder can be used shows when it is. */
    record Folder() implements SettingRange {

        @Override
        public String text() {
            return "any path";
        }

        @Override
        public Optional<String> remedy(String value) {
            return value.isBlank() ? Optional.of("write the path of a folder") : Optional.empty();
        }
    }

    /** One of some words. */
    record Words(List<String> words) implements SettingRange {

        static Words of(String... words) {
            return new Words(List.of(words));
        }

        @Override
        public String text() {
            return String.join(" or ", words);
        }

        @Override
        public Optional<String> remedy(String value) {
            return words.contains(value) ? Optional.empty() : Optional.of("write " + text());
        }
    }

    /** A whole number, both ends included. */
    record Numbers(long least, long most) implements SettingRange {

        @Override
        public String text() {
            return least + " to " + most;
        }

        @Override
        public Optional<String> remedy(String value) {
            boolean fits;
            try {
                long number = Long.parseLong(value);
                fits = number >= least && number <= most;
            } catch (NumberFormatException e) {
                fits = false; // which the remedy says
            }
            return fits ? Optional.empty() : Optional.of("write a whole number from " + text());
        }
    }

    /** A word that stands for a number which the machine decides, or a number. */
    record WordOrNumbers(String word, Numbers numbers) implements SettingRange {

        @Override
        public String text() {
            return word + " or " + numbers.text();
        }

        @Override
        public Optional<String> remedy(String value) {
            return value.equals(word)
                    ? Optional.empty()
                    : numbers.remedy(value)
                            .map(remedy -> "write " + word + " or a whole number from " + numbers.text());
        }
    }

    /** A power of two, both ends included. */
    record PowersOfTwo(Numbers numbers) implements SettingRange {

        @Override
        public String text() {
            return numbers.text() + ", a power of two";
        }

        @Override
        public Optional<String> remedy(String value) {
            Optional<String> remedy = numbers.remedy(value);
            if (remedy.isPresent()) {
                return remedy;
            }
            long number = Long.parseLong(value);
            return Long.bitCount(number) == 1
                    ? Optional.empty()
                    : Optional.of("write a power of two such as " + Long.highestOneBit(number));
        }
    }
}
