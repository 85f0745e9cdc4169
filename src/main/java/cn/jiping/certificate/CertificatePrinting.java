package cn.jiping.certificate;

import cn.jiping.audit.Act;
import cn.jiping.clock.BusinessClock;
import cn.jiping.file.FileId;
import cn.jiping.file.StoredFiles;
import cn.jiping.print.PdfFile;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 打印证书: one, or those of a list; each printing is recorded, for the numbers stand in full. */
@Service
public class CertificatePrinting {
    private static final Actor PRINTER = Actor.program("certificate");

    private final CertificateListStore lists;
    private final CertificateFile file;
    private final StoredFiles files;
    private final CertificateSettings settings;
    private final CertificatePaper paper;
    private final ReceiptPaper receipts;
    private final BusinessClock clock;

    CertificatePrinting(
            CertificateListStore lists,
            CertificateFile file,
            StoredFiles files,
            CertificateSettings settings,
            MessageSource messages,
            BusinessClock clock) {
        this.lists = lists;
        this.file = file;
        this.files = files;
        this.settings = settings;
        CertificatePaper.Words words =
                (key, arguments) ->
                        messages.getMessage(
                                key.startsWith("level.") ? key : "print.certificate." + key,
                                texts(arguments),
                                Locale.CHINA);
        this.paper = new CertificatePaper(words, settings);
        this.receipts = new ReceiptPaper(words);
        this.clock = clock;
    }

    /** As text, or a message would put marks between the thousands of a year. */
    private static Object[] texts(Object[] arguments) {
        var texts = new Object[arguments.length];
        for (var at = 0; at < arguments.length; at++) {
            texts[at] = arguments[at].toString();
        }
        return texts;
    }

    /**
     * @throws NotFound if there is none in the actor's scope
     * @throws CertificateRefused if it is not valid any more
     */
    @Transactional
    public PdfFile one(Actor actor, CertificateId id) {
        var certificate = file.require(actor, id);
        certificate.requireValid();
        file.record(actor, CertificateFile.act("printed", certificate));
        var facts = certificate.facts();
        return printed(facts.holder().name() + " " + facts.issue().number(), List.of(certificate));
    }

    /**
     * The valid ones of a list, in its order.
     *
     * @throws CertificateRefused if there are none, or too many for one file
     */
    @Transactional
    public PdfFile all(Actor actor, CertificateFilter filter, String name) {
        var most = settings.mostPrinted();
        var found =
                filter.valid()
                        .map(valid -> lists.listWhole(actor.scope(), valid, most + 1))
                        .orElse(List.of());
        if (found.isEmpty()) {
            throw CertificateRefused.nothingToPrint();
        }
        if (found.size() > most) {
            throw CertificateRefused.tooManyToPrint(most);
        }
        for (var certificate : found) {
            file.record(actor, CertificateFile.act("printed", certificate));
        }
        return printed(name, found);
    }

    /**
     * 领取签收表 of the certificates that wait to be handed out.
     *
     * @throws CertificateRefused if there are none
     */
    @Transactional
    public PdfFile receipts(Actor actor, CertificateFilter filter, String name) {
        var rows = new ArrayList<CertificateRow>();
        lists.export(actor.scope(), filter, rows::add);
        if (rows.isEmpty()) {
            throw CertificateRefused.nothingToPrint();
        }
        file.record(
                actor,
                Act.of("certificate.receipts-printed", "list", name)
                        .changing("rows", null, rows.size()));
        return new PdfFile(name, clock.now(), pdf -> receipts.draw(pdf, rows));
    }

    private PdfFile printed(String name, List<Certificate> certificates) {
        return new PdfFile(
                name,
                clock.now(),
                pdf ->
                        certificates.forEach(each ->
                                paper.draw(pdf, each.facts(), photo(each.facts().holder()))));
    }

    private byte @Nullable [] photo(CertificateFacts.Holder holder) {
        var photo = holder.photo();
        return photo == null ? null : content(photo);
    }

    private byte @Nullable [] content(FileId photo) {
        try (var content = files.open(PRINTER, photo, null).stream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NotFound _) {
            return null; // its term ended; the certificate outlives the application
        }
    }
}
