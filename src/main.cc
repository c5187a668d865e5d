// The program: what the system gives becomes a Context, and the rest is run_program.
#include <unistd.h>

#include <cstdio>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/process.h"

int main(int argc, char** argv) {
  using claudestep::cli::StandardOutput;
  try {
    const bool terminal = ::isatty(STDOUT_FILENO) == 1;
    StandardOutput out(STDOUT_FILENO, terminal ? StandardOutput::Buffering::kLine
                                               : StandardOutput::Buffering::kBlock);
    auto context = claudestep::cli::context_of_process(out);
    const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    return claudestep::cli::run_program(context, words);
  } catch (...) {
    // Without memory for a context there is none for more words.
    std::fputs("error: internal: the program cannot start\n", stderr);
    return 70;
  }
}
