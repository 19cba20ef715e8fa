// SPDX-License-Identifier: Apache-2.0
#include "CMail.h"

#include <gmime/gmime.h>

typedef struct {
    GObject *object;
    int parent;
} Node;

struct CopydeskMail {
    GMimeMessage *message;
    GArray *nodes;           // Node
    GPtrArray *strings;      // what was made for the caller
    GByteArray *content;     // of the leaf that was asked for last
};

static gpointer start_library(gpointer unused) {
    g_mime_init();
    return unused;
}

static const char *keep(CopydeskMail *mail, char *string) {
    if (string) g_ptr_array_add(mail->strings, string);
    return string;
}

static void push(GArray *stack, gpointer object, int parent) {
    Node node = {object, parent};
    if (object) g_array_append_val(stack, node);
}

/// Depth first with a stack of its own: how deep a mail nests does not matter.
static void list_nodes(CopydeskMail *mail) {
    GArray *stack = g_array_new(FALSE, FALSE, sizeof(Node));
    push(stack, mail->message, -1);
    while (stack->len > 0) {
        Node node = g_array_index(stack, Node, stack->len - 1);
        g_array_set_size(stack, stack->len - 1);
        int index = (int)mail->nodes->len;
        if (GMIME_IS_MESSAGE_PART(node.object)) {
            // The part and the message in it are one node: sections of a mail are numbered so.
            GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(node.object));
            if (!inner) continue;
            node.object = G_OBJECT(inner);
        }
        g_array_append_val(mail->nodes, node);
        if (GMIME_IS_MESSAGE(node.object)) {
            push(stack, g_mime_message_get_mime_part(GMIME_MESSAGE(node.object)), index);
        } else if (GMIME_IS_MULTIPART(node.object)) {
            GMimeMultipart *multipart = GMIME_MULTIPART(node.object);
            for (int child = g_mime_multipart_get_count(multipart) - 1; child >= 0; child--)
                push(stack, g_mime_multipart_get_part(multipart, child), index);
        }
    }
    g_array_free(stack, TRUE);
}

CopydeskMail *copydesk_mail_open(const uint8_t *bytes, size_t count) {
    static GOnce once = G_ONCE_INIT;
    g_once(&once, start_library, NULL);

    if (count > G_MAXINT) return NULL;
    CopydeskMail *mail = g_new0(CopydeskMail, 1);
    // The one copy: a content is a window on it until it is asked for.
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)bytes, count);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    g_mime_parser_set_format(parser, GMIME_FORMAT_MESSAGE);
    mail->message = g_mime_parser_construct_message(parser, NULL);
    g_object_unref(parser);
    g_object_unref(stream);
    mail->nodes = g_array_new(FALSE, FALSE, sizeof(Node));
    mail->strings = g_ptr_array_new_with_free_func(g_free);
    if (mail->message) list_nodes(mail);
    return mail;
}

void copydesk_mail_close(CopydeskMail *mail) {
    if (!mail) return;
    if (mail->message) g_object_unref(mail->message);
    if (mail->content) g_byte_array_unref(mail->content);
    g_array_free(mail->nodes, TRUE);
    g_ptr_array_free(mail->strings, TRUE);
    g_free(mail);
}

size_t copydesk_mail_count(const CopydeskMail *mail) { return mail->nodes->len; }

static Node node_at(const CopydeskMail *mail, size_t index) { return g_array_index(mail->nodes, Node, index); }

CopydeskMailNode copydesk_mail_node(const CopydeskMail *constant, size_t index) {
    CopydeskMail *mail = (CopydeskMail *)constant;  // strings are kept in it
    Node node = node_at(mail, index);
    CopydeskMailNode result = {.parent = node.parent, .kind = CopydeskMailLeaf};
    if (GMIME_IS_MESSAGE(node.object)) {
        result.kind = CopydeskMailMessage;
        result.type = "message/rfc822";
        return result;
    }
    GMimeObject *object = GMIME_OBJECT(node.object);
    if (GMIME_IS_MULTIPART(object)) result.kind = CopydeskMailMultipart;
    GMimeContentType *type = g_mime_object_get_content_type(object);
    if (type) {
        result.type = keep(mail, g_mime_content_type_get_mime_type(type));
        result.charset = g_mime_content_type_get_parameter(type, "charset");
        result.start = g_mime_content_type_get_parameter(type, "start");
    }
    result.disposition = g_mime_object_get_disposition(object);
    result.identifier = g_mime_object_get_content_id(object);
    result.location = g_mime_object_get_header(object, "Content-Location");
    if (GMIME_IS_PART(object)) result.name = g_mime_part_get_filename(GMIME_PART(object));
    return result;
}

const char *copydesk_mail_field(CopydeskMail *mail, size_t message, const char *name) {
    Node node = node_at(mail, message);
    if (!GMIME_IS_MESSAGE(node.object)) return NULL;
    const char *value = g_mime_object_get_header(GMIME_OBJECT(node.object), name);
    return value ? keep(mail, g_mime_utils_header_unfold(value)) : NULL;
}

const char *copydesk_mail_sender(CopydeskMail *mail, size_t message, int position) {
    Node node = node_at(mail, message);
    if (!GMIME_IS_MESSAGE(node.object)) return NULL;
    InternetAddressList *list = g_mime_message_get_from(GMIME_MESSAGE(node.object));
    if (!list || position < 0 || position >= internet_address_list_length(list)) return NULL;
    const char *name = internet_address_get_name(internet_address_list_get_address(list, position));
    return name ? name : "";
}

const char *copydesk_mail_date(CopydeskMail *mail, size_t message) {
    Node node = node_at(mail, message);
    if (!GMIME_IS_MESSAGE(node.object)) return NULL;
    GDateTime *date = g_mime_message_get_date(GMIME_MESSAGE(node.object));
    return date ? keep(mail, g_date_time_format(date, "%Y-%m-%dT%H:%M:%S%:z")) : NULL;
}

const uint8_t *copydesk_mail_content(CopydeskMail *mail, size_t leaf, size_t *count) {
    *count = 0;
    if (mail->content) g_byte_array_unref(mail->content);
    mail->content = g_byte_array_new();
    Node node = node_at(mail, leaf);
    if (!GMIME_IS_PART(node.object)) return mail->content->data;
    GMimeDataWrapper *content = g_mime_part_get_content(GMIME_PART(node.object));
    if (!content) return mail->content->data;
    GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(mail->content);
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
    g_mime_data_wrapper_write_to_stream(content, stream);
    g_object_unref(stream);
    *count = mail->content->len;
    return mail->content->data;
}
