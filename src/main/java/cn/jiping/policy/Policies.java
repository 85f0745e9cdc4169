package cn.jiping.policy;

import cn.jiping.shared.NotFound;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** 法规: the law book in force and the topics on which it is asked. */
@Service
public class Policies {
    private final SortedMap<String, DecisionTopic<?>> topics = new TreeMap<>();
    private final BookInForce inForce;

    Policies(List<DecisionTopic<?>> topics, BookInForce inForce) {
        for (var topic : topics) {
            if (this.topics.put(topic.name(), topic) != null) {
                throw new IllegalStateException("Two topics named " + topic.name());
            }
        }
        this.inForce = inForce;
    }

    /** The book by which decisions are taken now. */
    public LawBook book() {
        return inForce.book();
    }

    /** Which values and topics rest on which clause of the book in force. */
    public LawIndex index() {
        return book().view(LawIndex.class, book -> new LawIndex(book, topics.values()));
    }

    public List<DecisionTopic<?>> topics() {
        return List.copyOf(topics.values());
    }

    /**
     * @throws NotFound if there is no such topic
     */
    public DecisionTopic<?> topic(String name) {
        var topic = topics.get(name);
        if (topic == null) {
            throw new NotFound("topic", name);
        }
        return topic;
    }

    /**
     * Answers a question asked in an address: each fact once, nested ones with a dot.
     *
     * @throws NotFound if there is no such topic
     * @throws cn.jiping.shared.InvalidInput naming the fact that is missing, doubled, unknown or
     *     wrong
     * @throws cn.jiping.shared.Unanswerable where no rule answers
     */
    public Answer answer(String topic, Map<String, List<String>> facts) {
        return answer(topic, facts, book());
    }

    /** The same by a given book. */
    public Answer answer(String topic, Map<String, List<String>> facts, LawBook book) {
        return ofAddress(topic(topic), facts, book);
    }

    /**
     * Answers a question asked as JSON.
     *
     * @throws NotFound if there is no such topic
     * @throws cn.jiping.shared.InvalidInput naming the fact that is missing, doubled, unknown or
     *     wrong
     * @throws cn.jiping.shared.Unanswerable where no rule answers
     */
    public Answer answer(String topic, String json) {
        return answer(topic, json, book());
    }

    /** The same by a given book. */
    public Answer answer(String topic, String json, LawBook book) {
        return ofJson(topic(topic), json, book);
    }

    /** Short names of the documents that the topic's pages rest on, in any jurisdiction. */
    public List<String> documentsOf(DecisionTopic<?> topic) {
        return book().pages().stream()
                .filter(page -> topic.pages().contains(page.terms()))
                .flatMap(page -> page.sources().stream())
                .flatMap(source ->
                        source instanceof Source.Clause clause
                                ? Stream.of(clause.document())
                                : Stream.empty())
                .distinct()
                .sorted()
                .toList();
    }

    private static <F extends Record> Answer ofAddress(
            DecisionTopic<F> topic, Map<String, List<String>> facts, LawBook book) {
        return topic.decide(FactTree.ofAddress(facts, topic.facts()), book);
    }

    private static <F extends Record> Answer ofJson(
            DecisionTopic<F> topic, String json, LawBook book) {
        return topic.decide(FactTree.ofJson(json, topic.facts()), book);
    }
}
