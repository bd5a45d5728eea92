package org.adequal.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DiagramTest {

    private static Diagram diagram(int boxes, List<Diagram.Edge> edges) {
        List<Diagram.Box> all = new ArrayList<>();
        for (int i = 0; i < boxes; i++) {
            all.add(new Diagram.Box(List.of("box " + i, "second line"), Ink.Tone.TEXT));
        }
        return new Diagram("d", "some boxes", all, edges);
    }

    @Test
    void edgesLeadDown() {
        Recording recording = Recording.of(diagram(3, List.of(new Diagram.Edge(0, 1, "", false),
                new Diagram.Edge(1, 2, "", false), new Diagram.Edge(2, 0, "back", true))));
        assertThat(recording.arrows.subList(0, 2))
                .allSatisfy(arrow -> assertThat(arrow.getLast().y()).isGreaterThan(arrow.getFirst().y()));
        assertThat(recording.texts).extracting(Recording.Text::text).contains("box 0", "box 1", "box 2");
    }

    @Test
    void anEdgeToNowhereIsRefused() {
        List<Diagram.Edge> edges = List.of(new Diagram.Edge(0, 5, "", false));
        assertThatThrownBy(() -> diagram(2, edges)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Property(tries = 200)
    void textsNeverMeetAndAllIsOnTheCanvas(@ForAll long seed) {
        java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
        int boxes = random.nextInt(1, 15);
        List<Diagram.Edge> edges = new ArrayList<>();
        for (int i = 1; i < boxes; i++) {
            for (int k = random.nextInt(3); k > 0; k--) {
                int from = random.nextInt(i);
                edges.add(new Diagram.Edge(from, i, random.nextBoolean() ? "" : "text", false));
                edges.add(new Diagram.Edge(i, from, "x2", true));
            }
        }
        Recording recording = Recording.of(diagram(boxes, edges));
        assertThat(recording.overlaps()).isEmpty();
        assertThat(recording.texts).allMatch(text -> text.left() >= 0 && text.right() <= recording.width()
                && text.top() >= 0 && text.bottom() <= recording.height());
    }

    @Test
    void dotNamesEveryBoxAndEdge() {
        String dot = Dot.file(diagram(2, List.of(new Diagram.Edge(0, 1, "a \"b\"", false))));
        assertThat(dot).contains("digraph").contains("n0 [label=\"box 0\\nsecond line\"]")
                .contains("n0 -> n1 [label=\"a \\\"b\\\"\"]").contains(PictureFormat.SIGN);
    }
}
