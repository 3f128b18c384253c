package org.ipsisim.course;

/** A size of pictures that H.261 defines, and that articles on WebRTC still name. Its pixels are 12 wide and 11 high. */
enum PictureSize {
    CIF(352),
    QCIF(176);

    private final int columns;

    PictureSize(int columns) {
        this.columns = columns;
    }

    /** How many pixels stand in a line of it. */
    int columns() {
        return columns;
    }

    /** How many square pixels a screen needs to show a line of it as wide as it is meant. */
    int squareColumns() {
        return columns * 12 / 11;
    }
}
