// Owns: the records of schema 2.0 as JSON: members in the order of docs/model.md, kept tokens
// letter for letter, extra members last.
#pragma once

#include "base/json_writer.h"
#include "model/project.h"

namespace claudestep::codec {

void write_text(JsonWriter& writer, const model::Text& text);
void write_texts(JsonWriter& writer, const std::vector<model::Text>& texts);
void write_ai_operation(JsonWriter& writer, const model::AiOperation& operation);
void write_pull_request(JsonWriter& writer, const model::PullRequest& pr);
void write_source(JsonWriter& writer, const model::Source& source);
void write_task(JsonWriter& writer, const model::Task& task);
void write_project(JsonWriter& writer, const model::Project& project);

}  // namespace claudestep::codec
