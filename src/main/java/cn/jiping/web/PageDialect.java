package cn.jiping.web;

import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/**
 * The expression objects of every template: words, dates, links and forms, each under a name of its
 * own.
 */
@Component
class PageDialect extends AbstractDialect implements IExpressionObjectDialect {
    private static final String WORDS = "jp";
    private static final String DATES = "when";
    private static final String LINKS = "link";
    private static final String FORMS = "form";

    private final MessageSource messages;
    private final ObjectProvider<CitedLaw> law;

    PageDialect(MessageSource messages, ObjectProvider<CitedLaw> law) {
        super("jiping");
        this.messages = messages;
        this.law = law;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new Words(messages, law);
    }

    private record Words(MessageSource messages, ObjectProvider<CitedLaw> law)
            implements IExpressionObjectFactory {
        @Override
        public Set<String> getAllExpressionObjectNames() {
            return Set.of(WORDS, DATES, LINKS, FORMS);
        }

        @Override
        public Object buildObject(IExpressionContext context, String name) {
            return switch (name) {
                case WORDS -> new PageWords(context, messages, law.getIfAvailable());
                case DATES -> new PageDates(context);
                case LINKS -> new PageLinks(context);
                case FORMS -> new PageForms(context);
                default -> throw new IllegalArgumentException("Not offered: " + name);
            };
        }

        @Override
        public boolean isCacheable(String name) {
            return true;
        }
    }
}
