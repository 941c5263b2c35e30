package org.notificationhub.lfpse;

/** Where answers stand: in the resource, in the manner of FHIRPath, and in the block of a notification. */
record Place(Part part, int number) {

    static Place of(Part part) {
        return new Place(part, 0);
    }

    String resource() {
        return switch (part) {
            case EVENT, LOCATION, REPORTER, PERSON -> part.resource;
            case MEDICATION, DEVICE -> part.resource + "[" + number + "]";
        };
    }

    String extension(String name) {
        var extension = resource() + ".extension('" + name + "')";
        return part == Part.PERSON ? extension + "[" + number + "]" : extension;
    }

    String question(Question question) {
        var parent = question.extension().isEmpty() ? resource() : extension(question.extension());
        return parent + "." + question.element();
    }

    String answer(Question question, int number) {
        return question.repeats() ? question(question) + "[" + number + "]" : question(question);
    }

    String pointer() {
        return part.isList() ? part.pointer + "/" + number : part.pointer;
    }

    String pointer(String question) {
        return pointer() + "/" + question;
    }

    String pointer(Question question, int number) {
        return question.repeats() ? pointer(question.name()) + "/" + number : pointer(question.name());
    }
}
