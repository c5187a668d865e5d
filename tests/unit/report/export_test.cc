#include "report/export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace claudestep::report {
namespace {

using query::ExportRow;
using query::ExportTable;

// A task with this description.
ExportRow task_row(const std::string& description) {
  return {"p",     "1",          std::nullopt, description, "pending",   "false",
          "false", std::nullopt, std::nullopt, "",          std::nullopt};
}

std::string csv_of(const std::string& description) {
  return export_rows(ExportFormat::kCsv, ExportTable::kTasks, {task_row(description)});
}

TEST(ExportCsv, QuotesWhatNeedsIt) {
  EXPECT_EQ(csv_of("plain"), "p,1,,plain,pending,false,false,,,\"\",\n");
  EXPECT_EQ(csv_of("a,b"), "p,1,,\"a,b\",pending,false,false,,,\"\",\n");
  EXPECT_EQ(csv_of("say \"x\"\n"), "p,1,,\"say \"\"x\"\"\n\",pending,false,false,,,\"\",\n");
  EXPECT_EQ(csv_of(" x"), "p,1,,\" x\",pending,false,false,,,\"\",\n");
}

TEST(ExportCsv, DefusesFormulasSoThatItCanBeUndone) {
  for (const char* text : {"=1", "+1", "-1", "@x", "\tx", "\rx", "'=1", "''-"}) {
    EXPECT_EQ(csv_of(text), "p,1,,\"'" + std::string(text) + "\",pending,false,false,,,\"\",\n");
  }
  EXPECT_EQ(csv_of("'x"), "p,1,,\"'x\",pending,false,false,,,\"\",\n");
  EXPECT_EQ(csv_of("a=1"), "p,1,,a=1,pending,false,false,,,\"\",\n");
}

TEST(ExportSql, DoublesQuotesAndReplacesNul) {
  EXPECT_EQ(export_rows(ExportFormat::kSql, ExportTable::kTasks,
                        {task_row("it's \\ " + std::string(1, '\0'))}),
            "INSERT INTO tasks VALUES\n"
            "('p',1,NULL,'it''s \\ \uFFFD','pending',false,false,NULL,NULL,'',NULL);\n");
}

TEST(ExportSql, BeginsANewStatementAfterAHundredRows) {
  const std::vector<ExportRow> rows(101, task_row("x"));
  const std::string text = export_rows(ExportFormat::kSql, ExportTable::kTasks, rows);
  std::size_t statements = 0;
  for (std::size_t at = text.find("INSERT"); at != std::string::npos;
       at = text.find("INSERT", at + 1)) {
    ++statements;
  }
  EXPECT_EQ(statements, 2);
  EXPECT_TRUE(export_rows(ExportFormat::kSql, ExportTable::kTasks, {}).empty());
}

}  // namespace
}  // namespace claudestep::report
