package dev.footfall.simulator.score;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One line of a CSV file with a header; what is wrong in it is told with its file, line and column. */
final class CsvRow {
    private static final int NANOS_PER_MILLI_DIGITS = 6;

    private final Path file;
    private final NamedCsvRecord csv;

    private CsvRow(Path file, NamedCsvRecord csv) {
        this.file = file;
        this.csv = csv;
    }

    /** Makes something of a line. */
    @FunctionalInterface
    interface Maker<T> {
        T make(CsvRow row) throws FaultyInputException;
    }

    /** What is made of each line of a file. */
    static <T> List<T> readAll(Path file, Maker<T> maker) throws FaultyInputException, IOException {
        List<T> made = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord csv : reader) {
                made.add(maker.make(new CsvRow(file, csv)));
            }
        } catch (CsvParseException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new FaultyInputException(file + ": " + e.getMessage() + (reason == e ? "" : ": " + reason), e);
        } catch (UncheckedIOException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
        return made;
    }

    String text(String column) throws FaultyInputException {
        return csv.findField(column)
                .orElseThrow(() -> new FaultyInputException(file + ": there is no column '" + column + "'"));
    }

    /** A column's whole milliseconds, or any other whole number. */
    long whole(String column) throws FaultyInputException {
        String text = text(column);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw fault(column, "must be a whole number", e);
        }
    }

    /** A column of milliseconds, which may have up to six decimals, as nanoseconds. */
    long nanos(String column) throws FaultyInputException {
        try {
            return new BigDecimal(text(column))
                    .movePointRight(NANOS_PER_MILLI_DIGITS)
                    .longValueExact();
        } catch (NumberFormatException e) {
            throw fault(column, "must be milliseconds", e);
        } catch (ArithmeticException e) {
            throw fault(column, "must be milliseconds with at most six decimals", e);
        }
    }

    /** A column's word of an enum, in small letters. */
    <E extends Enum<E>> E word(String column, Class<E> words) throws FaultyInputException {
        String text = text(column);
        for (E word : words.getEnumConstants()) {
            if (word.name().toLowerCase(Locale.ROOT).equals(text)) {
                return word;
            }
        }
        throw fault(
                column,
                "must be one of " + Arrays.toString(words.getEnumConstants()).toLowerCase(Locale.ROOT));
    }

    FaultyInputException fault(String column, String rule) throws FaultyInputException {
        return new FaultyInputException(place(column) + rule);
    }

    private FaultyInputException fault(String column, String rule, Exception cause) throws FaultyInputException {
        return new FaultyInputException(place(column) + rule, cause);
    }

    private String place(String column) throws FaultyInputException {
        return file + " line " + csv.getStartingLineNumber() + ": " + column + " is '" + text(column) + "' but ";
    }
}
