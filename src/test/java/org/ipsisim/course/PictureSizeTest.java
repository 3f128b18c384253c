package org.ipsisim.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PictureSizeTest {
    @Test
    void W15_CIF_in_square_pixels_is_what_the_article_calls_CIF() {
        assertThat(PictureSize.CIF.columns()).isEqualTo(352);
        assertThat(PictureSize.CIF.squareColumns()).isEqualTo(384);
        assertThat(PictureSize.QCIF.squareColumns()).isEqualTo(384 / 2);
    }
}
