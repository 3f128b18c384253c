package org.ipsisim.estate;

/** How well a fact or a default is supported; shown wherever the value is shown. */
public enum Confidence {
    /** A manual page or the article the model follows states it. */
    DOCUMENTED("documented"),
    /** A forum post or a blog states it. */
    FIELD_REPORT("field report"),
    /** Follows from documented text by reasoning. */
    INFERRED("inferred"),
    /** General knowledge of the product, without a page to cite. */
    RECOLLECTION("recollection"),
    /** The simulator's own choice where the sources say nothing. */
    ASSUMED("assumption");

    private final String word;

    Confidence(String word) {
        this.word = word;
    }

    /** The word that reports use. */
    public String word() {
        return word;
    }
}
