package cn.jiping.web;

import cn.jiping.shared.Source;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** 引文: how a source is named where people read it. */
public final class Citations {
    private Citations() {}

    /** The short name of the document and the clause; for a practice, why it was chosen. */
    public static String cite(Source source, MessageSource messages, Locale locale) {
        return switch (source) {
            case Source.Clause clause ->
                    messages.getMessage(
                                    "document." + clause.document(),
                                    null,
                                    clause.document(),
                                    locale)
                            + " "
                            + clause.clause();
            case Source.Practice practice -> practice.why();
        };
    }
}
