package com.recipechatbot.analytics.run.fold;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @TempDir
    private Path folder;

    private FileNames names;

    @BeforeEach
    void readKeys() {
        names = new FileNames(new Pseudonyms(KeyRing.read(Commands.keys(folder))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "year=2025/month=01/day=06/conversations-2025-01-06.json",
                "year=2025/month=01/day=06/conversations-2025-01-06T10.json.gz",
                "AWSDynamoDB/01736211600000-3f2a9b1c/data/2ynxqkl3pi4dhkzmnu3sg7gcqq.json.gz",
                "2025/01/06/10/PUT-S3-1-2025-01-06-10-00-00-4a3f9b1c-11ef-4c2b-8d1e-0a1b2c3d4e5f.gz",
                "part-00001-v2.snappy.json"
            })
    void theNamesOfExportersStay(String file) {
        assertThat(names.kept(file)).isEqualTo(file);
    }

    /** The tag stands between the parts that stay. */
    @ParameterizedTest
    @CsvSource({
        "day=06/Anna Mueller hat Diabetes.json, 'day=06/[PERSON] ~t ~t.json'",
        "day=06/conversations-anna.json, day=06/conversations-~t.json",
        "ada1985/part.json, ~t/part.json",
        "export/Müller/1.json, export/~t/1.json",
        "anna2part.json, ~t.json",
        "deadbeef.json, ~t.json",
        "annamuellerhasdiabetes2025.json, ~t.json",
        "abcdefghijklmnopqrstuvwxyz.json, ~t.json"
    })
    void anyOtherWordBecomesATag(String file, String kept) {
        assertThat(names.kept(file).replaceAll("~[a-z2-7]{8}", "~t")).isEqualTo(kept);
    }

    @Test
    void whatTheRedactorFindsIsMaskedFirst() {
        assertThat(names.kept("day=06/jane.roe@example.com")).isEqualTo("day=06/[EMAIL]");
        assertThat(names.kept("day=06/+44 20 7946 0123.json")).isEqualTo("day=06/[PHONE].json");
    }

    @Test
    void aTagTellsWordsApartAndDependsOnTheKeys() {
        String anna = names.kept("anna.json");
        KeyRing.create(folder.resolve("other keys"));
        FileNames others = new FileNames(new Pseudonyms(KeyRing.read(folder.resolve("other keys"))));

        assertThat(names.kept("ben.json")).isNotEqualTo(anna);
        assertThat(names.kept("anna.json")).isEqualTo(anna);
        assertThat(others.kept("anna.json")).isNotEqualTo(anna);
    }
}
