package org.adequal.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            python3 my_grad.py           # python3/my_grad.py
            `  a   b  `                  # a/b
            'a b' c                      # a b/c
            "a 'b'" c                    # a 'b'/c
            a'b'"c"                      # abc
            a\\ b 'c\\d' "e\\f" "\\""    # a b/c\\d/e\\f/"
            '' b                         # /b
            $HOME *.py ~                 # $HOME/*.py/~
            '|' ">"                      # |/>
            """)
    void splitsAsAShellDoes(String command, String words) throws Exception {
        assertThat(ShellWords.split(command)).isEqualTo(List.of(words.split("/", -1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a 'b", "a \"b", "a \\", "a | b", "a > b", "a; b", "a && b"})
    void refuses(String command) {
        assertThatThrownBy(() -> ShellWords.split(command)).isInstanceOf(ClaimsException.class);
    }
}
