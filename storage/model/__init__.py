"""The glossary: frozen values for the nouns of the campaign, one file a noun.

thông tin = Tip, lời kể = story, người cung cấp thông tin = teller, liệt sĩ = martyr,
cơ quan thường trực = Agency, cán bộ = Staff, tài liệu ảnh ghi âm = Media.
No database, web or platform library is imported here, not even indirectly.
"""
