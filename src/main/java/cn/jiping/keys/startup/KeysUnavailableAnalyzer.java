package cn.jiping.keys.startup;

import cn.jiping.keys.KeysUnavailable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator what is wrong and what to do, instead of a stack trace. */
final class KeysUnavailableAnalyzer extends AbstractFailureAnalyzer<KeysUnavailable> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeysUnavailable cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
    }
}
