package cn.jiping.account;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.stereotype.Component;

/**
 * 遗留的演示账号: outside the demo the program serves no pages while an account still has the password
 * that everybody can read in the manual.
 */
@Component
@ConditionalOnWebApplication
class DemoAccountsLeft implements SmartInitializingSingleton {
    private final DemoAccounts accounts;

    DemoAccountsLeft(DemoAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var left = accounts.left();
        if (left.isPresent()) {
            throw new Found(left.get());
        }
    }

    static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Found(String userName) {
            super("This data is a demo's: the account " + userName + " has the demo's password");
        }
    }

    /** Tells the operator what to do, instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<Found> {
        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, Found cause) {
            return new FailureAnalysis(
                    String.valueOf(cause.getMessage()),
                    "Start with another data folder (JIPING_HOME) or database, or with the demo"
                            + " profile again. What a demo made is not meant for real people.",
                    cause);
        }
    }
}
