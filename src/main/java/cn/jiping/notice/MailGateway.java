package cn.jiping.notice;

/** The way out for e-mail. The id stays the same over all attempts. */
interface MailGateway {
    SendOutcome send(Mail mail);

    record Mail(String id, String address, String subject, String text) {
        @Override
        public String toString() {
            return "Mail " + id;
        }
    }
}
