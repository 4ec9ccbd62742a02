package dev.footfall.simulator.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.geofences.StorePack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aTruth_isReadWithoutStaff() throws Exception {
        Truth truth = read(Example.writeTruth(folder.resolve("truth")));

        assertThat(truth.visits()).extracting(Truth.Visit::id).containsExactly("anna", "bert", "dora");
        assertThat(truth.stays()).hasSize(6);
        assertThat(truth.stays().get(5).leftNanos()).isEqualTo(1_793_614_502_000_500_000L);
        assertThat(truth.run().fromMillis()).isEqualTo(Example.TEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            visits.csv    | anna,ceiling,customer,,lunch,1793613600000 | nobody,ceiling,customer,,lunch,17936136e | started_ms is '17936136e' but must be a whole number
            visits.csv    | bert,ceiling,customer                      | anna,ceiling,customer   | visit is 'anna' but must be there once
            visits.csv    | ,staff,,                                   | ,stuff,,                | role is 'stuff' but must be one of [customer, staff]
            stays.csv     | anna,0,till,1793613660000                  | anna,0,till,1793613760000 | left_ms is '1793613715000' but must not be before entered_ms
            stays.csv     | anna,0,till                                | sam,0,till              | visit is 'sam' but must be a customer's in visits.csv
            stays.csv     | anna,0,till                                | anna,0,fish             | zone is 'fish' but must be a zone of the layout
            stays.csv     | 1793614502000.5                            | 1793614502000.1234567   | left_ms is '1793614502000.1234567' but must be milliseconds with at most six decimals
            crossings.csv | main,passing                               | main,past               | direction is 'past' but must be one of [in, out, passing]
            crossings.csv | main,passing                               | back,passing            | door is 'back' but must be a door of the layout
            occupancy.csv | 1793613718000,0                            | 1793613718000,few       | people is 'few' but must be a whole number
            """)
    void aLine_thatIsWrong_isToldWithItsPlace(String file, String right, String wrong, String rule) throws Exception {
        Path truth = Example.writeTruth(folder.resolve("truth"));
        String content = Files.readString(truth.resolve(file));
        long line = content.substring(0, content.indexOf(right)).lines().count();
        Files.writeString(truth.resolve(file), content.replaceFirst(Pattern.quote(right), wrong));

        assertThatThrownBy(() -> read(truth))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining(file + " line ")
                .hasMessageContaining(rule)
                .hasMessageMatching("(?s).* line (" + line + "|" + (line + 1) + "): .*");
    }

    @Test
    void aLine_withAFieldMissing_isToldWithItsNumber() throws Exception {
        Path truth = Example.writeTruth(folder.resolve("truth"));
        Files.writeString(truth.resolve("staff.csv"), Example.STAFF + "1793614470000\n");

        assertThatThrownBy(() -> read(truth))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("staff.csv")
                .hasMessageContaining("3");
    }

    @Test
    void aColumn_thatIsMissing_isTold() throws Exception {
        Path truth = Example.writeTruth(folder.resolve("truth"));
        Files.writeString(truth.resolve("staff.csv"), Example.STAFF.replace("to_ms", "until_ms"));

        assertThatThrownBy(() -> read(truth)).hasMessageContaining("there is no column 'to_ms'");
    }

    @Test
    void aFile_thatIsMissing_isTold() throws Exception {
        Path truth = Example.writeTruth(folder.resolve("truth"));
        Files.delete(truth.resolve("occupancy.csv"));

        assertThatThrownBy(() -> read(truth)).hasMessageContaining("occupancy.csv is missing");
    }

    @Test
    void aTruth_ofAnotherStore_isRefused() throws Exception {
        Path truth = Example.writeTruth(folder.resolve("truth"));
        Files.writeString(truth.resolve("truth.yaml"), Example.RUN.replace("corner", "kiosk"));

        assertThatThrownBy(() -> read(truth)).hasMessageContaining("store is 'kiosk' but must be 'corner'");
    }

    private Truth read(Path truth) throws Exception {
        StorePack pack = Example.pack(folder.resolve("corner"), Example.CAMERA, Example.FUNNEL);
        return TruthFiles.read(truth, pack);
    }
}
