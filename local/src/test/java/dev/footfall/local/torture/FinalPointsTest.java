package dev.footfall.local.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinalPointsTest {
    private static final String ENTRIES =
            "footfall,door=main,store=demo,window=1h in=5i,out=4i,status=1i,completeness=1.0,definitions=\"ab\" 1000";

    @TempDir
    private Path folder = Path.of("");

    private FinalPoints of(String... lines) throws IOException {
        return FinalPoints.ofFile(Files.write(folder.resolve("points.lp"), List.of(lines)));
    }

    @Test
    void samePoints_correctedAndWithNumbersWrittenOtherwise_doNotDiffer() throws IOException {
        FinalPoints wanted = of(ENTRIES);
        FinalPoints found = of(
                "footfall,store=demo,door=main,window=1h completeness=1,in=5i,status=2i,out=4i,definitions=\"ab\" 1000");

        assertThat(wanted.size()).isEqualTo(1);
        assertThat(wanted.differences(found)).isEmpty();
    }

    @Test
    void anotherCount_aMissingPoint_andOneTooMany_areTold() throws IOException {
        FinalPoints wanted = of(ENTRIES, ENTRIES.replace("1000", "2000"));
        FinalPoints found = of(ENTRIES.replace("in=5i", "in=6i"), ENTRIES.replace("1000", "3000"));

        List<String> differences = wanted.differences(found);
        assertThat(differences).hasSize(3);
        assertThat(differences.get(0)).contains("1000").contains("in=5").contains("in=6");
        assertThat(differences.get(1)).contains("2000").contains("missing");
        assertThat(differences.get(2)).contains("3000").contains("should not be there");
    }

    @Test
    void namesAndTextsWithEveryCharacter_areRead() throws IOException {
        FinalPoints wanted =
                of("paths,rank=01,store=a\\ b\\,c\\=d,window=1h path=\"a > \\\"b\\\", c\",visits=1i,status=1i 1");

        assertThat(wanted.differences(of()))
                .singleElement()
                .asString()
                .contains("a b,c=d")
                .contains("a > \"b\", c");
    }

    @Test
    void pointsThatAreNoFiguresOfAWindow_doNotCount() throws IOException {
        assertThat(of("cells,cell=1_1,store=demo x=1.0,y=2.0 5", "zone_now,store=demo people=1i,status=0i 5")
                        .size())
                .isZero();
    }
}
