// Owns: room for the bytes of objects that come one by one and go all together. In large pieces,
// and of large pages where the system has some: it gives these sooner than many small ones.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace claudestep::git {

// Belongs to one thread while it is filled.
class ByteRoom {
 public:
  // A copy of the bytes, which stays where it is as long as the room.
  [[nodiscard]] std::string_view keep(std::string_view bytes);

 private:
  struct Free {
    void operator()(char* piece) const;
  };

  void add_piece(std::size_t least);

  std::vector<std::unique_ptr<char, Free>> pieces_;
  std::size_t piece_size_ = 0;  // of the last one
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace claudestep::git
