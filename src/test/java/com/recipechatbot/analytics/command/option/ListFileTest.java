package com.recipechatbot.analytics.command.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListFileTest {

    @TempDir
    private Path folder;

    @Test
    void oneIdALineWithoutBlankLinesAndComments() throws IOException {
        assertThat(ListFile.users(file("# staff\n\nann\r\n  bob \n42\nann\n"))).containsExactly("ann", "bob", "42");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstEntry() throws IOException {
        assertThat(ListFile.users(file("\uFEFFann\r\nbob\r\n"))).containsExactly("ann", "bob");
        assertThat(ListFile.fields(file("\uFEFF# ours = theirs\r\nmessage = body\r\n")))
                .containsExactly("message = body");
    }

    @Test
    void anOddIdIsAJsonString() throws IOException {
        assertThat(ListFile.users(file("\"#1 fan\"\n\" ann \"\n\"say \\\"hi\\\"\"\n")))
                .containsExactly("#1 fan", " ann ", "say \"hi\"");
    }

    @Test
    void whatCannotServeIsSaidWithoutRepeatingIt() throws IOException {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> ListFile.users(missing))
                .isInstanceOf(UsageException.class)
                .hasMessage("Cannot read the users in %s: there is no such file. Give a file with one user id per line."
                        .formatted(missing));
        Path empty = file("# nobody yet\n\n");
        assertThatThrownBy(() -> ListFile.users(empty))
                .isInstanceOf(UsageException.class)
                .hasMessage("Cannot use the users in %s: the file has no user id. Write one user id per line."
                        .formatted(empty));
        Path broken = file("ann\n\"secret-4711\n");
        assertThatThrownBy(() -> ListFile.users(broken))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Cannot read line 2 of the users in " + broken)
                .hasMessageNotContaining("secret-4711");
        Path latin = Files.write(folder.resolve("latin"), new byte[] {'J', 'o', (byte) 0xEB, 'l'});
        assertThatThrownBy(() -> ListFile.users(latin))
                .isInstanceOf(UsageException.class)
                .hasMessage("Cannot read the users in %s: it is not UTF-8. Save it as UTF-8.".formatted(latin));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("users"), content);
    }
}
