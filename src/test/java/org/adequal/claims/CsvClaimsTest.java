package org.adequal.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Objects;

import org.adequal.check.Agreement;
import org.adequal.check.Formula;
import org.adequal.verdict.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway") // what is missing here fails the test
class CsvClaimsTest {
    private static final String SQUARES = "x0^2 + x1^2";

    @ParameterizedTest
    @ValueSource(strings = {"x0,x1,d/dx0,d/dx1", "x0,x1,df/dx0,df/dx1", "x0,x1,dx0,dx1", "x0,x1,grad_x0,grad_x1",
            "x0,x1,g0,g1", " x0 , x1 , d/dx0 , d/dx1 ", "\"x0\",\"x1\",\"d/dx0\",\"d/dx1\"", "\uFEFFx0,x1,d/dx0,d/dx1",
            "\uFEFF\"x0\",x1,∂f/∂x0,dloss/dx1"})
    void columnsByTheirNames(String header) throws Exception {
        for (String end : List.of("\n", "\r\n", "\r")) {
            assertThat(Claimed.read(header + end + "3,4,6,8" + end + "0.1,-2,0x1p-2,nan", SQUARES)).containsExactly(
                    Claimed.claim(2, List.of(3.0, 4.0), List.of(6.0, 8.0)),
                    Claimed.claim(3, List.of(0.1, -2.0), List.of(0.25, Double.NaN)));
        }
    }

    @Test
    void anyOrderAndOthersBeside() throws Exception {
        String text = "loss,g1,x1,g0,x0\n25,8,4,6,3\n";
        assertThat(Claimed.read(text, SQUARES))
                .containsExactly(Claimed.claim(2, List.of(3.0, 4.0), List.of(6.0, 8.0)));
        assertThat(Claimed.judge(text, SQUARES).remarks()).containsExactly("columns that were not read: loss");
    }

    @Test
    void aVariablesNameIsTheVariable() throws Exception {
        assertThat(Claimed.read("x,dx,d/dx,d/ddx\n1,2,3,4\n", "x*dx"))
                .containsExactly(Claimed.claim(2, List.of(2.0, 1.0), List.of(4.0, 3.0)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                        | the file is empty              | x0,x1,d/dx0,d/dx1
            3,4,6,8                   | here it has numbers            | x0,x1,d/dx0,d/dx1
            x0,x1,d/dx0               | there is no column d/dx1       | the columns have the names x0,x1,d/dx0,d/dx1
            x0,x1,d/dx0,d/dxl         | there is no column d/dx1       | is it the one named d/dxl?
            x0,X1,d/dx0,d/dx1         | there is no column x1          | is it the one named X1?
            x0,x1,g0,d/dx0,g1         | columns 3 and 4 are both the derivative by x0 | `null`
            x0;x1;g0;g1               | there is no column x0          | separated by commas
            """, nullValues = "`null`")
    void headersThatAreNone(String header, String message, String hint) {
        assertThatThrownBy(() -> Claimed.read(header == null ? "" : header, SQUARES))
                .isInstanceOf(ClaimsException.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(String.valueOf(((ClaimsException) e).hint()))
                        .contains(hint == null ? "" : hint));
    }

    @Test
    void badCellsHaveTheirPlaces() throws Exception {
        Census census = Claimed.judge("""
                x0,x1,d/dx0,d/dx1
                3,4,6,eight

                3,,6,8
                3,4,6
                "3
                ",4,6,8,
                3,inf,6,8
                3,1e400,6,8
                3,4,6,8
                """, SQUARES);
        assertThat(census.bad()).extracting(bad -> bad.place() + ": " + bad.why()).containsExactly(
                "line 2, column 4 (d/dx1): no number: 'eight'",
                "line 4, column 2 (x1): it is empty",
                "line 5: the line has 3 cells for 4 columns",
                "line 6: the line has 5 cells for 4 columns",
                "line 8, column 2 (x1): no number: 'inf'");
        assertThat(census).extracting(Census::claims, Census::right, Census::unreadable).containsExactly(1L, 1L, 6L);
        assertThat(census.agreement()).isEqualTo(Agreement.DISAGREE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3,4,6,\"8", "\"3\"4,4,6,8"})
    void whatBehindAnOpenQuoteIsIsNotGuessed(String line) throws Exception {
        Census census = Claimed.judge("x0,x1,d/dx0,d/dx1\n3,4,6,8\n" + line + "\n3,4,6,8\n", SQUARES);
        assertThat(census.right()).isEqualTo(1);
        assertThat(census.problem()).contains("cannot be read");
        assertThat(census.agreement()).isEqualTo(Agreement.DISAGREE);
    }

    @Test
    void theWorstAndTheCauses() throws Exception {
        Census census = Claimed.judge("x0,x1,g0,g1\n3,4,6,8\n3,4,6,8.1\n1,2,2,-4\n1,1,nan,2\n", SQUARES);
        assertThat(census).extracting(Census::right, Census::wrong, Census::undecided).containsExactly(1L, 3L, 0L);
        assertThat(census.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(Objects.requireNonNull(census.worst()).claim().place()).isEqualTo(Place.line(5));
        assertThat(census.causes()).isNotEmpty().allSatisfy(cause -> assertThat(cause.text()).isNotEmpty());
        assertThat(census.causes().stream().filter(cause -> cause.kind().equals("not-a-number")).findFirst())
                .hasValueSatisfying(cause -> assertThat(cause.first()).isEqualTo(Place.line(5)));
    }

    @Test
    void nothingButAHeader() throws Exception {
        assertThat(Claimed.judge("x0,x1,g0,g1\n", SQUARES).agreement()).isEqualTo(Agreement.CANNOT_TELL);
    }

    /** Rows made on the fly: what is held must not grow with them. */
    private static final class Rows extends Reader {
        private final String row;
        private long left;
        private String open;

        Rows(String header, String row, long rows) {
            this.row = row;
            left = rows;
            open = header;
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            if (open.isEmpty()) {
                if (left == 0) {
                    return -1;
                }
                left--;
                open = row;
            }
            int count = Math.min(length, open.length());
            open.getChars(0, count, buffer, offset);
            open = open.substring(count);
            return count;
        }

        @Override
        public void close() {}
    }

    private static long read(Reader rows) throws IOException, ClaimsException {
        Formula formula = Claimed.formula(SQUARES);
        try (ClaimSource source = ClaimFiles.read(rows, formula)) {
            long count = 0;
            for (Entry entry = source.next(); entry != null; entry = source.next()) {
                assertThat(entry).isInstanceOf(Entry.Claim.class);
                count++;
            }
            assertThat(source.problem()).isNull();
            return count;
        }
    }

    @Test
    void manyRows() throws Exception {
        assertThat(read(new Rows("x0,x1,g0,g1\n", "3,4,6,8\r\n", 20_000))).isEqualTo(20_000);
        assertThat(read(new Rows("", "{\"at\":{\"x0\":3,\"x1\":4},\"claim\":[6,8]}\n", 20_000))).isEqualTo(20_000);
    }

    /** More text than there is memory. */
    @Test
    @Tag("heavy")
    void moreThanFitsIntoMemory() throws Exception {
        long rows = 2 * Runtime.getRuntime().maxMemory() / 1000;
        assertThat(read(new Rows("x0,x1,g0,g1\n", "3,4,6," + " ".repeat(990) + "8\r\n", rows))).isEqualTo(rows);
    }

    @Test
    void aQuoteThatIsNeverClosedEndsTheReading() throws Exception {
        Formula formula = Claimed.formula(SQUARES);
        try (ClaimSource source = ClaimFiles.read(new Rows("x0,x1,g0,g1\n\"", "3,4,6,8\n", Long.MAX_VALUE), formula)) {
            assertThat(source.next()).isNull();
            assertThat(source.problem()).contains("is a quote left open?");
        }
    }
}
