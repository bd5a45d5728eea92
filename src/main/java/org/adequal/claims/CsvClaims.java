package org.adequal.claims;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.adequal.check.Formula;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Claims as CSV after RFC 4180: the first line names the columns, each other one is a point and a claim. */
final class CsvClaims implements ClaimSource {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final BoundedRecords bounded;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Header header;
    private @Nullable String problem;

    CsvClaims(Reader reader, Formula formula) throws IOException, ClaimsException {
        bounded = new BoundedRecords(reader);
        parser = CSVParser.builder().setReader(bounded).setFormat(FORMAT).get();
        records = parser.iterator();
        try {
            if (!records.hasNext()) {
                throw new ClaimsException("the file is empty", "its first line names the columns, for example "
                        + Header.example(Names.of(formula)));
            }
            header = Header.read(List.of(records.next().values()), Names.of(formula));
        } catch (UncheckedIOException e) {
            throw new ClaimsException("this is no CSV file: " + e.getMessage(), null);
        }
    }

    @Override
    public @Nullable Entry next() {
        bounded.begin();
        try {
            if (problem != null || !records.hasNext()) {
                return null;
            }
            CSVRecord cells = records.next();
            return entry(cells, line(cells));
        } catch (UncheckedIOException | IllegalStateException e) {
            // behind a quote that is wrong nothing tells where cells begin
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            problem = "from line " + (parser.getCurrentLineNumber() + 1) + " on the file cannot be read: "
                    + Names.shortened(String.valueOf(cause.getMessage()));
            return null;
        }
    }

    /** The line that a record begins in. */
    private long line(CSVRecord cells) {
        long breaks = 0;
        for (String cell : cells) {
            breaks += cell.chars().filter(c -> c == '\n').count();
        }
        return parser.getCurrentLineNumber() - breaks;
    }

    private Entry entry(CSVRecord cells, long line) {
        if (cells.size() != header.columns().size()) {
            return new Entry.Unreadable(Place.line(line), "the line has " + cells.size()
                    + (cells.size() == 1 ? " cell" : " cells") + " for " + header.columns().size() + " columns");
        }
        List<Double> point = new ArrayList<>();
        List<Double> gradient = new ArrayList<>();
        for (int column : header.point()) {
            try {
                point.add(Names.coordinate(cells.get(column).strip()));
            } catch (Names.Refused e) {
                return refused(line, column, e);
            }
        }
        for (int column : header.gradient()) {
            try {
                gradient.add(Names.claimed(cells.get(column).strip()));
            } catch (Names.Refused e) {
                return refused(line, column, e);
            }
        }
        return new Entry.Claim(Place.line(line), point, gradient);
    }

    private Entry refused(long line, int column, Names.Refused why) {
        return new Entry.Unreadable(Place.cell(line, column + 1, Names.shortened(header.columns().get(column))),
                String.valueOf(why.getMessage()));
    }

    @Override
    public @Nullable String problem() {
        return problem;
    }

    @Override
    public List<String> remarks() {
        String others = IntStream.range(0, header.columns().size())
                .filter(i -> !header.point().contains(i) && !header.gradient().contains(i))
                .mapToObj(i -> header.columns().get(i)).collect(Collectors.joining(", "));
        return others.isEmpty() ? List.of() : List.of("columns that were not read: " + Names.shortened(others));
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passes characters on until a record has too many: an open quote would otherwise take in the rest of the file. */
    private static final class BoundedRecords extends Reader {
        private static final long LONGEST = 1 << 24;

        private final Reader reader;
        private long sinceBegin;
        private boolean started;

        BoundedRecords(Reader reader) {
            this.reader = reader;
        }

        void begin() {
            sinceBegin = 0;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int read = reader.read(buffer, offset, length);
            if (!started && read > 0) {
                started = true;
                if (buffer[offset] == '\uFEFF') {
                    System.arraycopy(buffer, offset + 1, buffer, offset, read - 1);
                    read = read == 1 ? reader.read(buffer, offset, length) : read - 1;
                }
            }
            sinceBegin += read;
            if (sinceBegin > LONGEST) {
                throw new IOException("a record is longer than " + LONGEST + " characters: is a quote left open?");
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
