package org.notificationhub.maternity.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.notificationhub.maternity.finding.Marked.Piece;

class MarkedTest {

    @Test
    void whatIsMarkedIsToldFromWhatIsNot() {
        var marked = Marked.of("\u0002Phone\u0003 calls and \u0002phones\u0003");

        assertThat(marked.pieces())
                .containsExactly(new Piece("Phone", true), new Piece(" calls and ", false), new Piece("phones", true));
    }

    @Test
    void nothingButTheMarksIsAnElement() {
        var marked = Marked.of("<b>\"It's\" \u0002<script>\u0003 & more");

        assertThat(marked.html()).isEqualTo("&lt;b&gt;&quot;It&#39;s&quot; <mark>&lt;script&gt;</mark> &amp; more");
    }

    @Test
    void aTextWithoutMarksIsOnePiece() {
        assertThat(Marked.of("Plain").pieces()).containsExactly(new Piece("Plain", false));
    }
}
