package org.adequal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {
    private static final String FLOWERS = """
            sepal length (cm),"width",kind
            5.1,3.5,rose
            4.9,3e0,iris

            7, .5 ,rose
            """;

    private static Table read(String text) throws IOException, TableException {
        return CsvTable.read(new StringReader(text));
    }

    @Test
    void columnsByName() throws Exception {
        Table table = read(FLOWERS);
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.columns()).extracting(Column::name).containsExactly("sepal_length_cm", "width", "kind");
        assertThat(table.column("width").orElseThrow().numbers()).containsExactly(3.5, 3, 0.5);
        Column.Classes kind = (Column.Classes) table.column("kind").orElseThrow();
        assertThat(kind.classes()).containsExactly("iris", "rose");
        assertThat(kind.numbers()).containsExactly(0, 1, 1, 0, 0, 1);
        assertThat(table.column("height")).isEmpty();
        assertThat(Table.matrix(List.of(table.columns().get(1), kind), 3))
                .containsExactly(3.5, 0, 1, 3, 1, 0, 0.5, 0, 1);
    }

    @Test
    void shufflingFollowsTheSeed() throws Exception {
        Table table = read(FLOWERS);
        assertThat(table.shuffled(3).column("width").orElseThrow().numbers())
                .containsExactlyInAnyOrder(3.5, 3, 0.5)
                .containsExactly(table.shuffled(3).column("width").orElseThrow().numbers());
        assertThat(Table.permutation(1000, 1)).doesNotHaveDuplicates().hasSize(1000);
        assertThat(Table.permutation(1000, 1)).isNotEqualTo(Table.permutation(1000, 2));
        // the sequence of java.util.Random is specified, so this holds everywhere
        assertThat(Table.permutation(8, 7)).containsExactly(4, 1, 0, 2, 5, 7, 3, 6);
    }

    @Test
    void standardising() throws Exception {
        Table table = read("a,b,c\n1,5,x\n2,5,y\n6,5,x\n");
        Table scaled = table.standardised(table, Optional.empty());
        double[] a = scaled.column("a").orElseThrow().numbers();
        assertThat(Arrays.stream(a).sum()).isCloseTo(0, within(1e-15));
        assertThat(Arrays.stream(a).map(v -> v * v).average().orElseThrow()).isCloseTo(1, within(1e-15));
        assertThat(scaled.column("b").orElseThrow().numbers()).containsExactly(0, 0, 0);
        assertThat(table.standardised(table, Optional.of("a")).column("a").orElseThrow().numbers())
                .containsExactly(1, 2, 6);
        Table other = read("a,b,c\n4,6,x\n").standardised(table, Optional.empty());
        assertThat(other.column("a").orElseThrow().numbers()[0]).isCloseTo(1 / Math.sqrt(14 / 3.0), within(1e-15));
        assertThat(other.column("b").orElseThrow().numbers()).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, quoteCharacter = '~', value = {
            "a,b;1,2;3,x | line 3, column 2 (b): 'x' is no number in a column of numbers",
            "a,b;1,2;,3 | line 3, column 1 (a): an empty cell in a column of numbers",
            "a,b;x,2;,3 | line 3, column 1 (a): an empty cell",
            "a,b;1,2;1,2,3 | line 3 has 3 cells, and there are 2 columns",
            "a,b;1,2;;;3 | line 5 has 1 cells, and there are 2 columns",
            "a,a;1,2 | line 1, column 2: there is another column named a",
            "a,1;1,2 | line 1, column 2: '1' is no name",
            "a,b;1,2;1,1e999 | line 3, column 2 (b): 1e999 is too large for a double",
            "a,b;1,2;1,NaN | line 3, column 2 (b): 'NaN' is no number",
            "a,b | there are no data",
            "~~ | there are no data"})
    void mistakesHaveAPlace(String text, String message) {
        assertThatThrownBy(() -> read(text.replace(';', '\n'))).isInstanceOf(TableException.class)
                .hasMessageContaining(message);
    }

    @Test
    void anOpenQuoteIsReported() {
        assertThatThrownBy(() -> read("a,b\n1,\"2\n")).isInstanceOfAny(TableException.class, IOException.class);
    }
}
