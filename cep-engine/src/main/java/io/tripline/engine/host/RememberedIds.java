package io.tripline.engine.host;

/**
 * The last ids, as hashes of 128 bits, in two generations: when the younger one is full it becomes the older one, and
 * the older one is forgotten. So at least {@code limit} of the last ids are known, at most twice as many. An id costs 16
 * bytes, and 21 to 43 with the free places of its table. Used by one thread.
 */
final class RememberedIds {

    private final int limit;
    private HashTable younger = new HashTable();
    private HashTable older = new HashTable();

    RememberedIds(int limit) {
        this.limit = limit;
    }

    /** Remembers an id; false when it was known. */
    boolean add(long high, long low) {
        if (older.contains(high, low) || !younger.add(high, low)) {
            return false;
        }
        if (younger.size() >= limit) {
            older = younger;
            younger = new HashTable();
        }
        return true;
    }

    int size() {
        return younger.size() + older.size();
    }

    /** These ids, with some of those that are still to come; for another thread to read. */
    RememberedIds seen() {
        RememberedIds seen = new RememberedIds(limit);
        seen.younger = younger;
        seen.older = older;
        return seen;
    }

    /** Takes an id. */
    interface Visitor {
        void visit(long high, long low);
    }

    /** All ids, those of the older generation first: who adds them in this order knows the same ones longest. */
    void forEach(Visitor visitor) {
        older.forEach(visitor);
        younger.forEach(visitor);
    }

    /** Cut into small tables, each with open addressing, so that none takes long to grow. */
    private static final class HashTable {

        private static final int TABLES = 256;
        private static final int FIRST_PLACES = 64;

        private final long[][] tables = new long[TABLES][];
        private final int[] sizes = new int[TABLES];
        private int size;

        int size() {
            return size;
        }

        void forEach(Visitor visitor) {
            for (long[] table : tables) {
                for (int i = 0; table != null && i < table.length; i += 2) {
                    if (table[i + 1] != 0) {
                        visitor.visit(table[i], table[i + 1]);
                    }
                }
            }
        }

        boolean contains(long high, long low) {
            long[] table = tables[(int) (high >>> 56)];
            return table != null && table[place(table, high, marked(low)) + 1] != 0;
        }

        boolean add(long high, long low) {
            int index = (int) (high >>> 56);
            long[] table = tables[index];
            if (table == null) {
                table = tables[index] = new long[2 * FIRST_PLACES];
            } else if (sizes[index] * 4 >= table.length / 2 * 3) {
                table = tables[index] = grown(table);
            }
            int place = place(table, high, marked(low));
            if (table[place + 1] != 0) {
                return false;
            }
            table[place] = high;
            table[place + 1] = marked(low);
            sizes[index]++;
            size++;
            return true;
        }

        /** A free place has 0 in its second half, so no hash may. */
        private static long marked(long low) {
            return low | 1;
        }

        private static int place(long[] table, long high, long low) {
            int mask = table.length - 1;
            int place = (int) low & mask & ~1;
            while (table[place + 1] != 0 && (table[place] != high || table[place + 1] != low)) {
                place = place + 2 & mask;
            }
            return place;
        }

        private static long[] grown(long[] table) {
            long[] grown = new long[table.length * 2];
            for (int i = 0; i < table.length; i += 2) {
                if (table[i + 1] != 0) {
                    int place = place(grown, table[i], table[i + 1]);
                    grown[place] = table[i];
                    grown[place + 1] = table[i + 1];
                }
            }
            return grown;
        }
    }
}
