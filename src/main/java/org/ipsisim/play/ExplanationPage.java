package org.ipsisim.play;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.ipsisim.explain.Explanation;
import org.ipsisim.explain.ExplanationText;
import org.ipsisim.explain.Outlook;
import org.ipsisim.survivability.RunTooLarge;

/** Why the selected port network is in its state; and, while time stands still, what comes next if nothing changes. */
final class ExplanationPage {
    private ExplanationPage() {}

    static List<StyledLine> of(PlaybackState session, Canvas canvas) {
        int number = session.course()
                .portNetworks()
                .get(session.sight().selected())
                .portNetwork()
                .number();
        Explanation explanation = Explanation.of(session.course().history(), number, session.now());
        StringWriter text = new StringWriter();
        try {
            ExplanationText.writeBriefly(explanation, outlook(session, explanation), text, canvas.style());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString()
                .lines()
                .map(line -> canvas.line().addPainted(line))
                .toList();
    }

    /** It takes a run of its own: too long while time goes on. */
    private static Optional<Outlook> outlook(PlaybackState session, Explanation explanation) {
        if (session.playing()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Outlook.of(explanation));
        } catch (RunTooLarge e) {
            return Optional.empty();
        }
    }
}
