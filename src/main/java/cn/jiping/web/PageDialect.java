package cn.jiping.web;

import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Makes {@link PageWords} the expression object {@code #jp} of every template. */
@Component
class PageDialect extends AbstractDialect implements IExpressionObjectDialect {
    private static final String OBJECT = "jp";

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
            return Set.of(OBJECT);
        }

        @Override
        public Object buildObject(IExpressionContext context, String name) {
            return new PageWords(context, messages, law.getIfAvailable());
        }

        @Override
        public boolean isCacheable(String name) {
            return true;
        }
    }
}
